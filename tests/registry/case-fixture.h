/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "people-fixture.h"

#include "gram-case-table.h"
#include "gram-queries-cases.h"
#include "gram-queries-inbox.h"

G_BEGIN_DECLS

/* In place of a person: nobody. */
#define NOBODY N_PERSONS

/* A case of account 1 as a test wants it, without the object that it is about. */
typedef struct
{
  GramCaseKind kind;
  GramCaseState state;
  FixturePerson claimant; /* NOBODY: nobody */
  gboolean released;      /* somebody had claimed it before */
  const char *due_on;     /* NULL none */
} CaseShape;

/* Puts so many of them into the registry in one unit of work; answers the number of the first. */
gint64 case_put (Fixture *self, const CaseShape *shape, guint n_cases);

/* The undecided case of a kind about an object, 0 none. */
gint64 case_live (Fixture *self, GramCaseKind kind, gint64 subject_id);

/* The case as it is stored. */
GramCaseRecord *case_get (Fixture *self, gint64 case_id);

/* Compares what a case is now. */
void case_check (Fixture *self, gint64 case_id, GramCaseState state, FixturePerson claimant);

/* The case in detail as a person sees it, NULL if it is refused. */
GramCaseDetail *case_detail (Fixture *self, FixturePerson who, gint64 case_id);

/* Notices of a person's inbox, the newest first. */
GPtrArray *case_notices (Fixture *self, FixturePerson who);

/* How many of them are of an event; 0 all. */
guint case_count_notices (Fixture *self, FixturePerson who, GramEvent event);

/* Does what time brings about. */
void case_run_due (Fixture *self);

G_END_DECLS
