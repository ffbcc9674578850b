# Tests of measure; the head of tests/local.mk says how to add one.
check_PROGRAMS += \
	tests/test-measure-bands \
	tests/test-measure-coorientation \
	tests/test-measure-dots \
	tests/test-measure-fist \
	tests/test-measure-harmony \
	tests/test-measure-links \
	tests/test-measure-median \
	tests/test-measure-metrics \
	tests/test-measure-models \
	tests/test-measure-namekey \
	tests/test-measure-plain \
	tests/test-measure-ratio \
	tests/test-measure-skin \
	tests/test-measure-speed \
	tests/test-measure-talent \
	tests/test-measure-togetherness \
	tests/test-measure-vendors \
	tests/test-measure-verdict

tests_test_measure_bands_SOURCES = tests/test-measure-bands.c
tests_test_measure_coorientation_SOURCES = tests/test-measure-coorientation.c
tests_test_measure_dots_SOURCES = tests/test-measure-dots.c
tests_test_measure_fist_SOURCES = tests/test-measure-fist.c
tests_test_measure_harmony_SOURCES = tests/test-measure-harmony.c
tests_test_measure_links_SOURCES = tests/test-measure-links.c
tests_test_measure_median_SOURCES = tests/test-measure-median.c
tests_test_measure_metrics_SOURCES = tests/test-measure-metrics.c
tests_test_measure_models_SOURCES = tests/test-measure-models.c
tests_test_measure_namekey_SOURCES = tests/test-measure-namekey.c
tests_test_measure_plain_SOURCES = tests/test-measure-plain.c
tests_test_measure_ratio_SOURCES = tests/test-measure-ratio.c
tests_test_measure_skin_SOURCES = tests/test-measure-skin.c
tests_test_measure_speed_SOURCES = tests/test-measure-speed.c
tests_test_measure_talent_SOURCES = tests/test-measure-talent.c
tests_test_measure_togetherness_SOURCES = tests/test-measure-togetherness.c
tests_test_measure_vendors_SOURCES = tests/test-measure-vendors.c
tests_test_measure_verdict_SOURCES = tests/test-measure-verdict.c
