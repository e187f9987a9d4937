/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-matrix.h"
#include "gram-queries.h"
#include "gram-registry-private.h"
#include "gram-test-dir.h"

G_BEGIN_DECLS

/* Day of the practice registries here: a year with published weights. */
#define FIXTURE_TODAY "2026-03-16"
#define FIXTURE_PASSWORD "correct horse battery"

/* The persons of a registry with people in it. */
typedef enum
{
  ADMINISTRATOR,
  CASE_HANDLER,
  DECISION_MAKER,
  READER,
  OWNER,    /* officer, owner of account 1 (ccs-used) and account 3 (ccts) */
  STRANGER, /* officer, owner of account 2 (ccs-new), no member of the others */
  VIEWER,   /* officer, member of accounts 1 and 3 who may only view */
  ACCEPTER, /* officer, member of accounts 1 and 3 who may accept */
  EDITOR,   /* officer, member of accounts 1 and 3 who may edit */
  GRANTER,  /* officer, member of accounts 1 and 3 who may add people */
  TRADER,   /* officer, member of accounts 1 and 3 who may transfer */
  N_PERSONS,
} FixturePerson;

/* A registry for one test. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramRegistry *registry;
  GramActor *actors[N_PERSONS];
  char *numbers[40]; /* account numbers, from 1 */
  GVariant *result;  /* of the last command that was done */
  char *refusal;     /* id of the last refusal, empty if it was done */
  char *message;     /* its sentence */
  char *article;     /* its article, empty if it has none */
} Fixture;

/* What a person is to accounts 1 and 3. */
const GramStanding *fixture_standing (FixturePerson who);

/* A registry of a kind with the persons and three accounts above. */
Fixture *fixture_new (GramRegistryKind kind);

/* A practice registry with its administrator, who owns account 1 of @kind. */
Fixture *fixture_new_with_account (GramAccountKind kind);

/* A copy of a registry that is not open, in a folder of its own; it is not opened. */
Fixture *fixture_copy (const Fixture *master);

void fixture_free (Fixture *self);

/* Opens the same file anew. */
void fixture_reopen (Fixture *self);

/*
 * Sends a command; arguments are JSON with ' for ", '@' for the number of account 1, '@2' and so on of the others. Answers the refusal's id, empty if
 * it was done. An engine failure ends the test.
 */
const char *
fixture_do (Fixture *self, FixturePerson who, const char *command, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The same with a request id. */
const char *fixture_do_request (Fixture *self,
                                FixturePerson who,
                                const char *request_id,
                                const char *command,
                                const char *json);

/* JSON with ' for " as arguments. */
GVariant *fixture_arguments (Fixture *self, const char *json);

/* A number of the last result. */
gint64 fixture_result (Fixture *self, const char *name);

/* Puts an account into a state that no command of this slice brings about. */
void fixture_set_state (Fixture *self, gint64 account_id, GramAccountState state);

/* Opens a dispute of a vehicle by the tables, whoever may and whatever the account's state. */
void fixture_dispute (Fixture *self, gint64 vehicle_id);

/* How many vehicles of account 1 have a status (and an attention). */
gint64 fixture_count (Fixture *self, GramVehicleStatus status);
gint64 fixture_count_attention (Fixture *self, GramVehicleStatus status, GramAttention attention);

/* Entries of the journal. */
gint64 fixture_journal_length (Fixture *self);

/* The vehicle with that VIN, chassis number or register key. */
GramVehicleRecord *fixture_vehicle (Fixture *self, const char *text);

/* Writes a file into the test's folder and answers its path. */
char *fixture_file (Fixture *self, const char *name, const char *content);

/* Recomputes the whole registry; findings end the test. */
void fixture_verify (Fixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_END_DECLS
