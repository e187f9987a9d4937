/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-application-dialog.h"

#include "gram-application-form.h"

G_BEGIN_DECLS

/* The steps that ask, without the check at the end. */
#define GRAM_APPLICATION_N_STEPS 5

/* Where the answers are shown, and where they are only read. */
#define GRAM_APPLICATION_CHECK "check"

struct _GramApplicationDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwNavigationView *navigation_view;

  /* Borrowed References */
  GtkWidget *rows[GRAM_APPLICATION_FIELD_N];
  GtkWidget *answers[GRAM_APPLICATION_FIELD_N];
  GtkLabel *labels[GRAM_APPLICATION_N_STEPS + 1];
  GtkWidget *submit_button;

  /* Owned References */
  GramSession *session;
  GramApplicationForm *form;
  char *number;
  char *question;

  gint64 id;
  gint64 version;
  gboolean editable;
  gboolean changed;
  gboolean saving;
  gboolean checking;
};

/* A step of the form: its page, and the fields that it asks for. */
typedef struct
{
  const char *tag;
  const char *title;
  const char *lead;
  GramApplicationField first;
  GramApplicationField last;
} GramApplicationStep;

/* The steps in order; an array of GRAM_APPLICATION_N_STEPS. */
const GramApplicationStep *_gram_application_steps (void);

/* Makes the pages; the callbacks of their buttons are the dialog's. */
void _gram_application_dialog_build (GramApplicationDialog *self,
                                     GCallback next_cb,
                                     GCallback submit_cb,
                                     GCallback change_cb,
                                     GCallback changed_cb);

/* Writes the answers on the last page. */
void _gram_application_dialog_fill_answers (GramApplicationDialog *self);

/* What was stored, as a form; an empty one if there is nothing. */
GramApplicationForm *_gram_application_form_of (const char *content);

G_END_DECLS
