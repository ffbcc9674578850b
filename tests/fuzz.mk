# Fuzzers: tests/fuzz/fuzz-NAME.c, which replays files that it is given. 'make fuzz FUZZ=NAME' builds it with clang's
# libFuzzer and AddressSanitizer in a folder of its own, and searches; what is found goes to fuzz/found.
FUZZ = json
FUZZ_SECONDS = 60

noinst_PROGRAMS += tests/fuzz-bank tests/fuzz-json tests/fuzz-listing
fuzz_replay = tests/fuzz/replay.c tests/fuzz/replay.h
tests_fuzz_bank_SOURCES = tests/fuzz/fuzz-bank.c $(fuzz_replay)
tests_fuzz_bank_LDADD = src/libaccord.a $(accord_libs)
tests_fuzz_json_SOURCES = tests/fuzz/fuzz-json.c $(fuzz_replay)
tests_fuzz_json_LDADD = src/libaccord.a $(accord_libs)
tests_fuzz_listing_SOURCES = tests/fuzz/fuzz-listing.c $(fuzz_replay)
tests_fuzz_listing_LDADD = src/libaccord.a $(accord_libs)

dist_check_SCRIPTS += tests/fuzz.sh
EXTRA_DIST += tests/fuzz/json.dict tests/fuzz/json tests/fuzz/listing

fuzz_flags = -g -O1 -fno-omit-frame-pointer
fuzz:
	$(AM_V_at)$(MKDIR_P) fuzz/found fuzz/corpus-$(FUZZ)
	$(AM_V_at)test -f fuzz/Makefile || { cd fuzz && $(abs_srcdir)/configure -q CC=clang \
		CFLAGS='$(fuzz_flags) -fsanitize=fuzzer-no-link,address' LDFLAGS=-fsanitize=address; }
	$(AM_V_at)cd fuzz && $(MAKE) $(AM_MAKEFLAGS) src/libaccord.a
	$(AM_V_at)rm -f fuzz/tests/fuzz-$(FUZZ) && $(MKDIR_P) fuzz/tests && cd fuzz && $(MAKE) $(AM_MAKEFLAGS) tests/fuzz-$(FUZZ) \
		CPPFLAGS=-DACCORD_LIBFUZZER LDFLAGS=-fsanitize=fuzzer,address
	$(AM_V_at)dict=$(abs_srcdir)/tests/fuzz/$(FUZZ).dict; seeds=$(abs_srcdir)/tests/fuzz/$(FUZZ); \
		ACCORD_BANKS=$(abs_srcdir)/data/banks ASAN_OPTIONS=detect_leaks=1 fuzz/tests/fuzz-$(FUZZ) \
		-max_total_time=$(FUZZ_SECONDS) -max_len=200000 -timeout=20 -artifact_prefix=fuzz/found/ \
		`test -f $$dict && echo -dict=$$dict` fuzz/corpus-$(FUZZ) `test -d $$seeds && echo $$seeds`
.PHONY: fuzz
