/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-window.h"

#include "gram-account-switcher.h"
#include "gram-lock-page.h"
#include "gram-notifier.h"
#include "gram-sign-in-page.h"

G_BEGIN_DECLS

/**
 * GRAM_WINDOW_MAX_DESTINATIONS:
 *
 * Room for the pages.
 */
#define GRAM_WINDOW_MAX_DESTINATIONS 16

struct _GramWindow
{
  AdwApplicationWindow parent_instance;

  /* Template Widgets */
  AdwToastOverlay *toast_overlay;
  GtkStack *view_stack;
  GramSignInPage *sign_in_page;
  GramLockPage *lock_page;
  AdwStatusPage *busy_status;
  GtkProgressBar *busy_progress;
  AdwNavigationSplitView *split_view;
  AdwWindowTitle *sidebar_title;
  GramAccountSwitcher *switcher;
  GtkListBox *destination_list;
  GtkMenuButton *menu_button;
  GtkMenuButton *person_button;
  AdwAvatar *person_avatar;
  GtkLabel *person_label;
  GtkLabel *person_detail_label;

  /* Borrowed References: the row of each destination, and its badge */
  GtkListBoxRow *rows[GRAM_WINDOW_MAX_DESTINATIONS];
  GtkLabel *badges[GRAM_WINDOW_MAX_DESTINATIONS];

  /* Owned References */
  GramSession *session;
  char *today; /* of practice registries, NULL their own */
  GSettings *settings;
  GCancellable *opening;
  GCancellable *counting;
  AdwNavigationPage *pages[GRAM_WINDOW_MAX_DESTINATIONS];

  GramNotifier *notifier; /* of who is signed in */
  char *awaited_person;   /* whose notice is opened as soon as they are there */

  gint64 awaited_notice;
  guint idle_source;
};

/* Installs the actions of the window. */
void _gram_window_class_actions_init (GtkWidgetClass *widget_class);

/* Brings the actions in line with what is open and who is signed in. */
void _gram_window_actions_update (GramWindow *self);

/* Says something in passing. */
void _gram_window_toast (GramWindow *self, const char *text);

/* Shows `start`, `busy`, `sign-in`, `lock` or `registry`. */
void _gram_window_show_view (GramWindow *self, const char *name);

/* Somebody has signed in, or out: fills the sidebar, and goes to the destination shown last. */
void _gram_window_show_registry (GramWindow *self);

/* Chooses the account that was shown last, if it is one of the person's. */
void _gram_window_restore_account (GramWindow *self);

/* Installs the actions about cases. */
void _gram_window_class_cases_init (GtkWidgetClass *widget_class);

/* Brings these actions in line with who is signed in and what is shown. */
void _gram_window_cases_update (GramWindow *self);

/* Installs the actions about notices. */
void _gram_window_class_notices_init (GtkWidgetClass *widget_class);

/* Brings these actions in line. */
void _gram_window_notices_update (GramWindow *self);

/* Begins to tell who is signed in; and what was clicked before they were is opened. */
void _gram_window_watch_notices (GramWindow *self);
void _gram_window_resume_notice (GramWindow *self);

/* Installs the actions that lead from a figure to its vehicles, and brings them in line. */
void _gram_window_class_years_init (GtkWidgetClass *widget_class);
void _gram_window_years_update (GramWindow *self);

/* Installs the actions that write and read files: deadlines, answers. */
void _gram_window_class_files_init (GtkWidgetClass *widget_class);

/* Brings these actions in line. */
void _gram_window_files_update (GramWindow *self);

/* Installs the actions of who is signed in: lock, sign out, password, what waits for them. */
void _gram_window_class_person_init (GtkWidgetClass *widget_class);

/* Brings these actions in line. */
void _gram_window_person_update (GramWindow *self);

/* Begins to watch whether somebody is at the window, until `idle_source` is removed. */
void _gram_window_watch_person (GramWindow *self);

/* Locks the window if nobody used the program for so long; @now is monotonic time. */
void _gram_window_check_idle (GramWindow *self, gint64 now);

/* Says when the person was here last, and whether somebody tried wrong passwords. */
void _gram_window_greet (GramWindow *self);

/* The session was locked, or unlocked. */
void _gram_window_locked_changed (GramWindow *self);

/* The person is back. */
void _gram_window_unlocked (GramWindow *self);

/* Signs the person out and asks who is next. */
void _gram_window_show_sign_in (GramWindow *self);

/* Asks for a registry and opens it. */
void _gram_window_choose_registry (GramWindow *self);

/* Opens the registry of a folder; asks which if there are several. */
void _gram_window_open_folder (GramWindow *self, GFile *folder);

/* Forgets the pages: what they asked is of no interest any more. */
void _gram_window_drop_pages (GramWindow *self);

/* Forgets the pages and closes the session. */
void _gram_window_close_session (GramWindow *self);
gboolean _gram_window_go_away (GramWindow *self); /* FALSE: it has no registry to close */

/* Builds the rows of the sidebar. */
void _gram_window_build_sidebar (GramWindow *self);

/* Who is signed in, and what the registry is called. */
void _gram_window_update_sidebar (GramWindow *self);

/* Which destinations there are now: it depends on the side and on whether an account is chosen. */
void _gram_window_update_destinations (GramWindow *self);

/* Where a destination's row stands in the table. */
guint _gram_window_get_position (GtkListBoxRow *row);

/* Whether a destination makes sense now. */
gboolean _gram_window_has_destination (GramWindow *self, guint position);

/* Follows what the session counts for the badges. */
void _gram_window_watch_badges (GramWindow *self);

/* Counts what waits, for the badges. */
void _gram_window_update_badges (GramWindow *self);

/* Makes an account the current one and shows its page. */
void _gram_window_visit (GramWindow *self, const char *number);

/* Opens the same registry in a window of its own, at an account if a number is given. */
void _gram_window_open_beside (GramWindow *self, const char *number);

/* The current account, or the person, is gone: says so in place of a page. */
void _gram_window_account_lost (GramWindow *self, const char *sentence);
void _gram_window_person_lost (GramWindow *self, const char *sentence);

G_END_DECLS
