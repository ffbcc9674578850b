# Manual pages.

dist_man_MANS += man/accord.1
