/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where keys mean something: a screen is in several contexts at once. */
#ifndef ACCORD_VIEW_CONTEXT_H
#define ACCORD_VIEW_CONTEXT_H

#include <stdint.h>

/* Any number of contexts, a bit each: an enumeration would have 32 of them at most. */
typedef uint64_t context_set;

#define CONTEXT_BIT(at) ((context_set)1 << (at))
#define CONTEXT_ALL (~(context_set)0)

#define CONTEXT_ANY      CONTEXT_BIT(0)
#define CONTEXT_MOVE     CONTEXT_BIT(1)  /* whatever has a cursor or scrolls */
#define CONTEXT_HOME     CONTEXT_BIT(2)
#define CONTEXT_STEP     CONTEXT_BIT(3)  /* the workshop */
#define CONTEXT_ASK      CONTEXT_BIT(4)  /* the workshop while answers are taken */
#define CONTEXT_RESULT   CONTEXT_BIT(5)  /* the workshop once a step is revealed */
#define CONTEXT_TABLE    CONTEXT_BIT(6)  /* within a register */
#define CONTEXT_EDIT     CONTEXT_BIT(7)  /* while text is typed */
#define CONTEXT_PEOPLE   CONTEXT_BIT(8)
#define CONTEXT_AGENDA   CONTEXT_BIT(9)
#define CONTEXT_ITEMS    CONTEXT_BIT(10)
#define CONTEXT_MERGE    CONTEXT_BIT(11)
#define CONTEXT_FORM     CONTEXT_BIT(12)
#define CONTEXT_CONFIRM  CONTEXT_BIT(13)
#define CONTEXT_READ     CONTEXT_BIT(14) /* a long text: summary, help */
#define CONTEXT_REGISTER CONTEXT_BIT(15) /* the workshop at a register, outside its table */
#define CONTEXT_REVEAL   CONTEXT_BIT(16) /* the workshop at a step that r can reveal, or turn back into its table */
#define CONTEXT_SESSION  CONTEXT_BIT(17) /* wherever a session is open and can be changed */
#define CONTEXT_TALLY    CONTEXT_BIT(18) /* the workshop while a tally is taken */
#define CONTEXT_SAYS     CONTEXT_BIT(19) /* the workshop while it shows what a register says */
#define CONTEXT_DRAFT    CONTEXT_BIT(20) /* the workshop at a list of clauses */
#define CONTEXT_VOTE     CONTEXT_BIT(21) /* the workshop while a clause is voted on */
#define CONTEXT_LINKS    CONTEXT_BIT(22) /* the workshop at a table of links */
#define CONTEXT_GAPS     CONTEXT_BIT(23) /* the list of gaps */
#define CONTEXT_MODULES  CONTEXT_BIT(24) /* modules that can be added to the agenda */
#define CONTEXT_WELCOME  CONTEXT_BIT(25) /* home without any session */
#define CONTEXT_FIRST    CONTEXT_BIT(26) /* the screen that was there first, behind which there is none */
#define CONTEXT_PRESENT  CONTEXT_BIT(27) /* the audience's screen */
#define CONTEXT_WAYS     CONTEXT_BIT(28) /* the ways in which a step can be answered */
#define CONTEXT_SEAT     CONTEXT_BIT(29) /* somebody's own answer, at a terminal of theirs */
#define CONTEXT_TIME     CONTEXT_BIT(30) /* what is still to come, and how long it takes */
#define CONTEXT_SEARCH   CONTEXT_BIT(31) /* what is looked for in all sessions */
#define CONTEXT_ACTIONS  CONTEXT_BIT(32) /* actions of all sessions */
#define CONTEXT_FOLLOW   CONTEXT_BIT(33) /* what was open in the session before */
#define CONTEXT_COMPARE  CONTEXT_BIT(34) /* sessions beside each other */
#define CONTEXT_FILTER   CONTEXT_BIT(35) /* while words are typed that narrow a list */
#define CONTEXT_PREVIEW  CONTEXT_BIT(36) /* a list out of a file, before it is taken in */
#define CONTEXT_ROWS     CONTEXT_BIT(37) /* the workshop at a register into which a file can be read */
#define CONTEXTS         38

#endif
