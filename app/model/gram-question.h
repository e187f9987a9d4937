/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-session.h"

G_BEGIN_DECLS

/*
 * How a question goes to a reader and comes back; the questions themselves are in gram-questions.h. For this floor only.
 */

typedef struct _GramQuestion GramQuestion;

/**
 * GramQuestionFunc:
 * @question: who asks about what; to be read only
 * @registry: the reader's registry
 * @cancellable: interrupts its statements
 * @refusal: (out): why not
 * @error: return location
 *
 * Answers a question, on the reader's thread.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL with exactly one of @refusal and @error set
 */
typedef gpointer (*GramQuestionFunc) (const GramQuestion *question,
                                      GramRegistry *registry,
                                      GCancellable *cancellable,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * GramQuestion:
 * @func: who answers it
 * @free_answer: frees an answer
 * @input: what it depends on
 * @free_input: frees @input
 * @number: a number that it depends on, instead
 * @anybody: who is not signed in may ask, too
 * @apart: it takes long: on a thread and a connection of its own
 * @writes: it leaves a file behind: what was done is told as done, also if it was called off too late
 * @progress: (nullable): who wants to know how far it is
 * @progress_data: closure of @progress
 * @actor: filled in by gram_question_ask(): who asks
 * @account_id: likewise, unless it is about another account: the current account, 0 none
 * @teller: likewise: to be given to the registry with gram_progress_tell(), or %NULL
 *
 * A question.
 */
struct _GramQuestion
{
  GramQuestionFunc func;
  GDestroyNotify free_answer;
  gpointer input;
  GDestroyNotify free_input;
  gint64 number;
  gboolean anybody;
  gboolean apart;
  gboolean writes;
  GramSessionProgress progress;
  gpointer progress_data;

  GramActor *actor;
  gint64 account_id;
  gpointer teller;
};

/**
 * gram_question_ask:
 * @session: a session
 * @question: the question; its input is taken over
 * @tag: source tag of the task
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks it. While the session is locked, and if nobody is signed in, it is refused.
 */
void gram_question_ask (GramSession *session,
                        const GramQuestion *question,
                        gpointer tag,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

/**
 * gram_question_ask_plainly:
 * @session: a session
 * @func: who answers it
 * @free_answer: frees an answer
 * @tag: source tag of the task
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks one that depends on the current account alone, and on who asks.
 */
void gram_question_ask_plainly (GramSession *session,
                                GramQuestionFunc func,
                                GDestroyNotify free_answer,
                                gpointer tag,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * gram_question_ask_of:
 * @session: a session
 * @func: who answers it
 * @free_answer: frees an answer
 * @account_id: an account that need not be the current one
 * @tag: source tag of the task
 * @cancellable: (nullable): to stop it
 * @callback: when it is answered
 * @user_data: closure of @callback
 *
 * Asks one that depends on an account alone, and on who asks.
 */
void gram_question_ask_of (GramSession *session,
                           GramQuestionFunc func,
                           GDestroyNotify free_answer,
                           gint64 account_id,
                           gpointer tag,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * gram_question_answer:
 * @session: the session
 * @result: the result
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * An answer that comes when the question was called off is none, also if it was on its way by then: who has cancelled hears
 * %G_IO_ERROR_CANCELLED and nothing else.
 *
 * Returns: (transfer full) (nullable): the answer
 */
gpointer gram_question_answer (GramSession *session,
                               GAsyncResult *result,
                               GramRefusal **refusal,
                               GError **error);

/**
 * gram_question_may_view:
 * @question: a question
 * @registry: the reader's registry
 * @account_id: an account
 * @refusal: (out): why not
 * @error: return location
 *
 * Whether who asks may view the account.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean gram_question_may_view (const GramQuestion *question,
                                 GramRegistry *registry,
                                 gint64 account_id,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * GramQuestionWords:
 * @first: (nullable): a text
 * @second: (nullable): another one
 * @limit: a limit
 *
 * Input of a question: a period, what to look for, identifiers as they were typed.
 */
typedef struct
{
  char *first;
  char *second;
  guint limit;
} GramQuestionWords;

/**
 * gram_question_words_new:
 * @first: (nullable): a text
 * @second: (nullable): another one
 * @limit: a limit
 *
 * Returns: (transfer full): copies of them
 */
GramQuestionWords *gram_question_words_new (const char *first, const char *second, guint limit);

/**
 * gram_question_words_free:
 * @words: (nullable): words
 *
 * Frees them.
 */
void gram_question_words_free (gpointer words);

/**
 * GramQuestionSubject:
 * @id: an account, a pool …
 * @year: a scheme year
 *
 * Input of a question about something in a scheme year.
 */
typedef struct
{
  gint64 id;
  int year;
} GramQuestionSubject;

/**
 * gram_question_subject_new:
 * @id: an account, a pool …
 * @year: a scheme year
 *
 * Returns: (transfer full): both; free with g_free()
 */
GramQuestionSubject *gram_question_subject_new (gint64 id, int year);

/**
 * GramQuestionThought:
 * @command: name of a command
 * @arguments: `a{sv}`: what it would be sent with
 *
 * Input of a question about what a command would do.
 */
typedef struct
{
  char *command;
  GVariant *arguments;
} GramQuestionThought;

/**
 * gram_question_thought_new:
 * @command: name of a command
 * @arguments: `a{sv}`; a floating reference is consumed
 *
 * Returns: (transfer full): a command that is thought of
 */
GramQuestionThought *gram_question_thought_new (const char *command, GVariant *arguments);

/**
 * gram_question_thought_free:
 * @thought: (nullable): a thought
 *
 * Frees it.
 */
void gram_question_thought_free (gpointer thought);

G_END_DECLS
