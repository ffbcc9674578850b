# Data that is installed: the banks.

bank_files = data/banks/joint-workshop.yaml

banksdir = $(pkgdatadir)/banks
dist_banks_DATA = $(bank_files)
