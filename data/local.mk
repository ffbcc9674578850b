# Data that is installed: the banks, each named here.

bank_files = data/banks/check-in.yaml data/banks/joint-workshop.yaml

banksdir = $(pkgdatadir)/banks
dist_banks_DATA = $(bank_files)

# What shells need to complete command lines, installed where each looks for it; "accord completion" writes the same.
completion_files = data/completion/bash data/completion/fish data/completion/zsh

install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(datadir)/bash-completion/completions' '$(DESTDIR)$(datadir)/zsh/site-functions' \
		'$(DESTDIR)$(datadir)/fish/vendor_completions.d'
	$(INSTALL_DATA) $(srcdir)/data/completion/bash '$(DESTDIR)$(datadir)/bash-completion/completions/accord'
	$(INSTALL_DATA) $(srcdir)/data/completion/zsh '$(DESTDIR)$(datadir)/zsh/site-functions/_accord'
	$(INSTALL_DATA) $(srcdir)/data/completion/fish '$(DESTDIR)$(datadir)/fish/vendor_completions.d/accord.fish'

uninstall-local:
	rm -f '$(DESTDIR)$(datadir)/bash-completion/completions/accord' \
		'$(DESTDIR)$(datadir)/zsh/site-functions/_accord' \
		'$(DESTDIR)$(datadir)/fish/vendor_completions.d/accord.fish'
