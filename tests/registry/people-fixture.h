/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "life-fixture.h"

#include "gram-member-table.h"
#include "gram-queries-people.h"

G_BEGIN_DECLS

/* One command of a table of tests: who, what, and the id of the refusal, empty if it is done. */
typedef struct
{
  FixturePerson who;
  const char *command;
  const char *arguments;
  const char *refusal;
} PeopleRow;

/* Sends the commands one after the other; each refusal has to be a sentence, and to leave no trace. */
void people_check_rows (Fixture *self, const PeopleRow *rows, gsize n_rows);

/* The secret code of the last result. */
char *people_dup_code (Fixture *self);

/* What a person is to account 1, NULL none. */
GramMember *people_member (Fixture *self, FixturePerson who);

/* The person as stored. */
GramPersonRecord *people_person (Fixture *self, const char *email);

/* No entry of the journal holds the text. */
void people_assert_not_in_journal (Fixture *self, const char *text);

/* What anybody did last, by the journal. */
GramJournalEntry *people_last_entry (Fixture *self);

/* How many entries of the journal touch an object. */
guint people_count_touching (Fixture *self, const char *subject, gint64 id);

G_END_DECLS
