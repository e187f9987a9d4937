/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-questions.h"
#include "gram-session-person.h"
#include "gram-test-dir.h"
#include "gram-test-loop.h"

G_BEGIN_DECLS

#define PASSWORD "correct horse battery"
#define NEW_PASSWORD "kowhai in bloom 2026"
#define NGAIRE "ngaire@example.org"

/* A registry with a session in which Ngaire Tamahori, who made it, is signed in. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  GramSession *session;
  guint n_changed;
  char *lost; /* what account-lost and person-lost said last */
} Fixture;

/* The data of a test is its #GramRegistryKind; organisations' own registries unless it says otherwise. */
#define FIXTURE_KIND(kind) GUINT_TO_POINTER (kind)

void fixture_set_up (Fixture *self, gconstpointer kind);
void fixture_tear_down (Fixture *self, gconstpointer kind);

/* Makes the registry of a fixture once more. */
GramSession *
fixture_create (Fixture *self, const char *password, GramRefusal **refusal, GError **error);

/* Waits for `changed`, and forgets it. */
void fixture_wait_changed (Fixture *self);

/* Another session on the same file, nobody signed in; and its end. */
GramSession *fixture_open (Fixture *self);
void fixture_close (GramSession *session);

/* Answers the id of the refusal, empty if it was done. An engine failure ends the test. */
char *fixture_sign_in (GramSession *session, const char *email, const char *password);

/* Sends a command; its arguments are GVariant text. Answers the id of the refusal, empty if it was done. */
char *fixture_do (GramSession *session, const char *command, GVariant **value, const char *text);

/* Sends a command that has to be done. @format is GVariant text. Answers what it did. */
GVariant *fixture_must (GramSession *session, const char *command, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The account 'Harbour Street Imports Ltd' of who is signed in; answers its number, until the next refresh. */
const char *fixture_open_account (Fixture *self);

/* The account of a number becomes the current one; answers the id of the refusal. */
char *fixture_visit (GramSession *session, const char *number);

/* Number of the current account. */
const char *fixture_number (GramSession *session);

/* Invites a person into the current account of the fixture's session, lets them join and answers their session. */
GramSession *
fixture_join (Fixture *self, const char *email, const char *name, const char *permissions);

/* Asks a question: `FIXTURE_ASK (rows, session, members, &refusal)`, more arguments behind. */
#define FIXTURE_ASK(answer, session, question, refusal, ...)                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GAsyncResult) result_ = NULL;                                                       \
    g_autoptr (GError) error_ = NULL;                                                              \
                                                                                                   \
    gram_session_##question##_async (session, ##__VA_ARGS__, NULL, gram_test_keep_result,          \
                                     &result_);                                                    \
    gram_test_wait_result (&result_);                                                              \
    answer = gram_session_##question##_finish (session, result_, refusal, &error_);                \
    g_assert_no_error (error_);                                                                    \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
