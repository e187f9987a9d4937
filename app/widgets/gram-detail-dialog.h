/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_DETAIL_DIALOG (gram_detail_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (GramDetailDialog, gram_detail_dialog, GRAM, DETAIL_DIALOG, AdwDialog)

/**
 * GramDetailAnswer:
 * @session: the session
 * @result: the result
 * @refusal: (out): why not
 * @error: return location
 *
 * What a question's `_finish()` is, whatever it answers with.
 *
 * Returns: (transfer full) (nullable): the answer
 */
typedef gpointer (*GramDetailAnswer) (GramSession *session,
                                      GAsyncResult *result,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * GramDetailRefusal:
 * @detail: an answer
 * @command: name of a command about it
 *
 * What an answer's `_get_refusal()` is.
 *
 * Returns: (transfer none) (nullable): why who asked cannot send it now, %NULL if they can
 */
typedef const GramRefusal *(*GramDetailRefusal) (gconstpointer detail, const char *command);

/**
 * GramDetailDialogClass:
 * @failed_title: translatable (N_()): “Could Not Read the …”
 * @ask: asks the session for the one with this number
 * @answer: takes the answer
 * @free_detail: frees it
 * @get_refusal: what it says about a command
 * @show_detail: fills the dialog: its titles and state, the groups of rows, which are gone by then, and what can be done;
 *   @detail belongs to the dialog and lives until the next answer
 *
 * One thing of the registry in a dialog: where it stands, what it says, and what can be done. The dialog asks when it comes
 * into a window and whenever the registry changes; of several answers only the one to the last question is shown, and none
 * after the dialog has left its window. What cannot be read says why, and can be tried again; nothing can be done meanwhile.
 *
 * The template of a class that is derived takes, besides rows and groups that its code adds, children of these types:
 * `action`, a button of the bar at the bottom, and `start`, one of the header bar. The bar is there if one of its buttons
 * is.
 */
struct _GramDetailDialogClass
{
  AdwDialogClass parent_class;

  const char *failed_title;
  void (*ask) (GramSession *session,
               gint64 id,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data);
  GramDetailAnswer answer;
  GDestroyNotify free_detail;
  GramDetailRefusal get_refusal;
  void (*show_detail) (GramDetailDialog *self, gconstpointer detail);
};

/**
 * gram_detail_dialog_new:
 * @type: a class that is derived
 * @session: the session
 * @id: number of what is shown, which the person may see
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_detail_dialog_new (GType type, GramSession *session, gint64 id);

/**
 * gram_detail_dialog_get_session:
 * @self: a dialog
 *
 * Returns: (transfer none): its session
 */
GramSession *gram_detail_dialog_get_session (GramDetailDialog *self);

/**
 * gram_detail_dialog_get_detail:
 * @self: a dialog
 *
 * Returns: (transfer none): what it shows; while something can be done, it is there
 */
gconstpointer gram_detail_dialog_get_detail (GramDetailDialog *self);

/**
 * gram_detail_dialog_set_titles:
 * @self: a dialog
 * @title: (nullable): its title with the number; %NULL as the template has it
 * @subtitle: what tells it from others
 *
 * Names what is shown.
 */
void
gram_detail_dialog_set_titles (GramDetailDialog *self, const char *title, const char *subtitle);

/**
 * gram_detail_dialog_set_state:
 * @self: a dialog
 * @state: the state
 * @sentence: what it means, and what comes next
 *
 * Says where it stands.
 *
 * Returns: (transfer none): the image beside it
 */
GtkImage *
gram_detail_dialog_set_state (GramDetailDialog *self, const char *state, const char *sentence);

/**
 * gram_detail_dialog_add:
 * @self: a dialog
 * @group: (nullable) (transfer floating): an #AdwPreferencesGroup
 *
 * Shows a group below the others, until the next answer.
 */
void gram_detail_dialog_add (GramDetailDialog *self, GtkWidget *group);

/**
 * gram_detail_dialog_add_group:
 * @self: a dialog
 * @title: translated title
 *
 * Adds an empty group.
 *
 * Returns: (transfer none): the group
 */
AdwPreferencesGroup *gram_detail_dialog_add_group (GramDetailDialog *self, const char *title);

/**
 * gram_detail_dialog_offer:
 * @self: a dialog
 * @button: a button with an action of the dialog
 * @command: the command that the action sends in the end
 * @possible: as things stand somebody could
 *
 * What can be done at all has a button; what is not allowed now says why in its tooltip.
 */
void gram_detail_dialog_offer (GramDetailDialog *self,
                               GtkWidget *button,
                               const char *command,
                               gboolean possible);

/**
 * gram_detail_dialog_offer_action:
 * @self: a dialog
 * @action: an action of the dialog that stands in a menu
 * @command: the command that it sends in the end
 * @possible: as things stand somebody could
 *
 * Lets the item be chosen if it is possible and allowed.
 */
void gram_detail_dialog_offer_action (GramDetailDialog *self,
                                      const char *action,
                                      const char *command,
                                      gboolean possible);

G_END_DECLS
