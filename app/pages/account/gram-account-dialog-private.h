/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-dialog.h"

#include "gram-account-draft.h"
#include "gram-code-card.h"

G_BEGIN_DECLS

struct _GramAccountDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;
  AdwEntryRow *holder_row;
  AdwPreferencesGroup *owner_group;
  AdwEntryRow *owner_row;
  GtkCheckButton *kind_used_button;
  GtkCheckButton *kind_new_button;
  GtkCheckButton *kind_ccts_button;
  GtkLabel *kind_error_label;
  AdwEntryRow *contact_name_row;
  AdwEntryRow *contact_email_row;
  AdwEntryRow *contact_phone_row;
  AdwEntryRow *address_row;
  AdwPreferencesGroup *auto_accept_group;
  AdwSwitchRow *auto_accept_row;
  AdwPreferencesGroup *colleagues_group;
  AdwPreferencesGroup *invite_group;
  AdwEntryRow *invite_email_row;
  AdwComboRow *invite_role_row;
  AdwActionRow *check_holder_row;
  AdwActionRow *check_owner_row;
  AdwActionRow *check_kind_row;
  AdwActionRow *check_contact_row;
  AdwActionRow *check_auto_accept_row;
  AdwActionRow *check_invite_row;
  GtkLabel *check_error_label;
  GtkWidget *open_button;
  AdwStatusPage *done_status;
  GtkLabel *number_label;
  GramCodeCard *invite_card;

  /* Owned References */
  GramSession *session;
  GramAccountDraft *draft;
  char *number;

  gboolean checking;
  gboolean opening;
};

/* Checks the fields of a page and marks those that are wrong; TRUE if all is well. */
gboolean _gram_account_dialog_check_step (GramAccountDialog *self, const char *tag);

/* Writes the answers on the page that shows them all. */
void _gram_account_dialog_fill_answers (GramAccountDialog *self);

/* The step in which a colleague is invited: what it offers, whether it is right, its answer, and what is done when the
 * account is open. */
void _gram_account_dialog_invite_init (GramAccountDialog *self, gboolean for_officer);
gboolean _gram_account_dialog_check_invite (GramAccountDialog *self);
void _gram_account_dialog_fill_invite (GramAccountDialog *self);
void _gram_account_dialog_invite (GramAccountDialog *self);

/* Binds the fields to the draft, both ways. */
void _gram_account_dialog_bind_draft (GramAccountDialog *self);

G_END_DECLS
