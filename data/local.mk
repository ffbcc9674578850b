# Data that is installed: the banks.

bank_files =

banksdir = $(pkgdatadir)/banks
dist_banks_DATA = $(bank_files)
