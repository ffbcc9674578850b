# Data that is installed: the banks, each named here.

bank_files = data/banks/check-in.yaml data/banks/joint-workshop.yaml

banksdir = $(pkgdatadir)/banks
dist_banks_DATA = $(bank_files)
