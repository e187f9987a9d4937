/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_THREAD (gram_thread_get_type ())
G_DECLARE_FINAL_TYPE (GramThread, gram_thread, GRAM, THREAD, AdwBin)

/**
 * GramThread:
 *
 * The messages of a case, the oldest first, and the place to write the next. There are two lanes that cannot be
 * confused: messages that holder and administrator both read, and internal notes. A note has another colour, another
 * icon and its lane in words; while one writes, a line beside the text says who will read it, and the button that sends
 * is named after it. A message that was edited shows so, with what it said before.
 *
 * It sends the commands `case.write`, `case.answer` and `case.edit-message` itself; what was typed stays until the
 * registry has it. Signal `sent ()`: a command was performed; the page asks for the case anew.
 */

/**
 * GramThreadMessage:
 * @id: row of the message
 * @internal: an internal note, which the holder never sees
 * @kind: translated kind where it is more than a message (“Question”, “Answer”, “Decision”), or ""
 * @text: what it says
 * @author: who wrote it
 * @mine: the reader wrote it
 * @editable: the reader may edit it now
 * @written_at: UTC microseconds
 * @edited_at: UTC microseconds, 0 never
 * @version: to be sent with an edit
 *
 * A message of the thread. All texts are copied.
 */
typedef struct
{
  gint64 id;
  gboolean internal;
  const char *kind;
  const char *text;
  const char *author;
  gboolean mine;
  gboolean editable;
  gint64 written_at;
  gint64 edited_at;
  gint64 version;
} GramThreadMessage;

/**
 * GramThreadMode:
 * @GRAM_THREAD_CLOSED: nothing can be written (any more)
 * @GRAM_THREAD_HOLDER: the account's side writes messages
 * @GRAM_THREAD_ANSWER: likewise, and what is written answers the question that is open
 * @GRAM_THREAD_ADMINISTRATOR: the administrator's side chooses between a message and a note
 *
 * Who writes what.
 */
typedef enum
{
  GRAM_THREAD_CLOSED,
  GRAM_THREAD_HOLDER,
  GRAM_THREAD_ANSWER,
  GRAM_THREAD_ADMINISTRATOR,
} GramThreadMode;

/**
 * gram_thread_new:
 *
 * Returns: (transfer floating): an empty thread
 */
GtkWidget *gram_thread_new (void);

/**
 * gram_thread_set_case:
 * @self: a thread
 * @session: the session
 * @account: number of the case's account
 * @case_id: the case
 * @holder: the account's holder, for the line that says who reads it
 * @mode: who writes what
 *
 * Says where messages go. Another case: what was typed and not sent is gone; the same: it stays.
 */
void gram_thread_set_case (GramThread *self,
                           GramSession *session,
                           const char *account,
                           gint64 case_id,
                           const char *holder,
                           GramThreadMode mode);

/**
 * gram_thread_set_closed_reason:
 * @self: a thread
 * @reason: (nullable): translated sentence: why nothing can be written
 *
 * Stands where the text would be typed, in %GRAM_THREAD_CLOSED.
 */
void gram_thread_set_closed_reason (GramThread *self, const char *reason);

/**
 * gram_thread_set_messages:
 * @self: a thread
 * @messages: (array length=n_messages): the messages, the oldest first
 * @n_messages: how many
 *
 * Shows the messages. What is being edited goes on being edited if its message is still there.
 */
void
gram_thread_set_messages (GramThread *self, const GramThreadMessage *messages, gsize n_messages);

/**
 * gram_thread_get_unsent:
 * @self: a thread
 *
 * Returns: whether something was typed and not sent: to be asked about before it is left
 */
gboolean gram_thread_get_unsent (GramThread *self);

/**
 * gram_thread_set_draft:
 * @self: a thread
 * @text: a text, for example that of a snippet
 *
 * Puts it at the cursor of what is being written, and the focus there.
 */
void gram_thread_set_draft (GramThread *self, const char *text);

/**
 * gram_thread_focus:
 * @self: a thread
 * @internal: begin with an internal note; only in %GRAM_THREAD_ADMINISTRATOR
 *
 * Puts the focus where one writes.
 */
void gram_thread_focus (GramThread *self, gboolean internal);

G_END_DECLS
