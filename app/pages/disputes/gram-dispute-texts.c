/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-texts.h"

#include "gram-case-texts.h"
#include "gram-formats.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

char *
gram_dispute_dup_what (GramCaseKind kind, GramDisputeKind dispute_kind, const char *field)
{
  const char *what;

  if (dispute_kind == 0)
    return g_strdup (gram_case_kind_title (kind));

  what = dispute_kind == GRAM_DISPUTE_VALUE && field != NULL && *field != '\0'
             ? gram_vehicle_field_title (field)
             : gram_dispute_kind_title (dispute_kind);
  if (kind == GRAM_CASE_DISPUTE)
    return g_strdup (what);

  /* Translators: a kind of case, “Correction”, and what is wrong */
  return g_strdup_printf (C_ ("dispute", "%1$s: %2$s"), gram_case_kind_title (kind), what);
}

const char *
gram_dispute_state_text (GramCaseState state, GramCaseOutcome outcome)
{
  return state == GRAM_CASE_DECIDED ? gram_case_outcome_title (outcome)
                                    : gram_case_state_title (state);
}

/* What a decision means for the holder. */
static const struct
{
  GramCaseKind kind;
  GramCaseOutcome outcome;
  const char *sentence;
} meanings[] = {
  { GRAM_CASE_DISPUTE, GRAM_CASE_UPHELD,
    N_ ("You were right: the record was put right. What is on your account still has to be accepted by you.") },
  { GRAM_CASE_DISPUTE, GRAM_CASE_NOT_UPHELD,
    N_ ("The record stays as it is and can be accepted. If there is new evidence, open another dispute.") },
  { GRAM_CASE_CORRECTION, GRAM_CASE_UPHELD,
    N_ ("The record was corrected; what was posted was reversed and posted anew. The value history has both.") },
  { GRAM_CASE_CORRECTION, GRAM_CASE_NOT_UPHELD,
    N_ ("The accepted record stays as it is. If there is new evidence, ask for another correction.") },
  { GRAM_CASE_DIFFERENCE, GRAM_CASE_UPHELD,
    N_ ("The values of the register file were taken into the record.") },
  { GRAM_CASE_DIFFERENCE, GRAM_CASE_NOT_UPHELD,
    N_ ("The record stays as it is; the register file was not followed.") },
};

static const char *
meaning_of (const GramCaseRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].kind == record->kind && meanings[i].outcome == record->outcome)
      return _ (meanings[i].sentence);

  return _ ("The case is decided.");
}

static char *
dup_by (const char *day, const char *with_day, const char *without)
{
  g_autofree char *text = NULL;

  if (day == NULL || *day == '\0')
    return g_strdup (without);

  text = gram_format_date (day);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (with_day, text);
#pragma GCC diagnostic pop
}

char *
gram_dispute_dup_next (const GramCaseDetail *detail)
{
  const GramCaseRecord *record;

  g_return_val_if_fail (detail != NULL, NULL);

  record = detail->row->record;
  switch (record->state)
    {
    case GRAM_CASE_OPEN:
      /* Translators: %s is a date */
      return dup_by (record->due_on, _ ("The administrator takes it up; a decision is due by %s."),
                     _ ("The administrator takes it up."));
    case GRAM_CASE_CLAIMED:
      /* Translators: %s is a date */
      return dup_by (record->due_on, _ ("Somebody works on it; a decision is due by %s."),
                     _ ("Somebody works on it."));
    case GRAM_CASE_INFORMATION_ASKED:
      /* Translators: %s is a date */
      return dup_by (
          record->answer_by,
          _ ("You are asked for information: answer below by %s. Until then the clock of "
             "the decision stands."),
          _ ("You are asked for information: answer below. Until then the clock of the "
             "decision stands."));
    case GRAM_CASE_DECIDED:
      return g_strdup (meaning_of (record));
    case GRAM_CASE_WITHDRAWN:
      return g_strdup (_ ("It was withdrawn; nothing was changed."));
    case GRAM_CASE_UNDECIDED:
    case GRAM_CASE_ALL_STATES:
    default:
      g_assert_not_reached ();
    }
}

static char *
dispute_what (GObject *object, gboolean loading, guint kind, guint dispute_kind, const char *field)
{
  return loading || kind == 0
             ? g_strdup ("")
             : gram_dispute_dup_what ((GramCaseKind)kind, (GramDisputeKind)dispute_kind, field);
}

/* The second line of a narrow row. */
static char *
dispute_summary (GObject *object,
                 gboolean loading,
                 gint64 id,
                 guint kind,
                 guint dispute_kind,
                 const char *field)
{
  g_autofree char *number = NULL;
  g_autofree char *what = NULL;

  if (loading || kind == 0)
    return g_strdup ("");

  number = gram_case_dup_number (id);
  what = gram_dispute_dup_what ((GramCaseKind)kind, (GramDisputeKind)dispute_kind, field);

  /* Translators: number of a dispute, and what is wrong */
  return g_strdup_printf (C_ ("dispute", "%1$s · %2$s"), number, what);
}

static char *
dispute_opened (GObject *object, gboolean loading, gint64 opened_at)
{
  return loading ? g_strdup ("") : gram_format_day_of_instant (opened_at);
}

static char *
dispute_state (GObject *object, gboolean loading, guint state, guint outcome)
{
  return g_strdup (loading || state == 0
                       ? ""
                       : gram_dispute_state_text ((GramCaseState)state, (GramCaseOutcome)outcome));
}

/* It is the holder's turn: that stands out. */
static guint
dispute_state_urgency (GObject *object, gboolean loading, guint state)
{
  return !loading && state == GRAM_CASE_INFORMATION_ASKED ? GRAM_CASE_URGENCY_TODAY
                                                          : GRAM_CASE_URGENCY_NONE;
}

/* How it was decided stands in the column before. */
static char *
dispute_due (GObject *object,
             gboolean loading,
             guint state,
             guint outcome,
             guint urgency,
             int days_left,
             const char *due_on,
             const char *answer_by)
{
  if (loading || (state & GRAM_CASE_UNDECIDED) == 0)
    return g_strdup (loading ? "" : "–");

  return gram_case_dup_due ((GramCaseState)state, (GramCaseOutcome)outcome,
                            (GramCaseUrgency)urgency, days_left, due_on, answer_by);
}

static char *
dispute_row_label (GObject *object,
                   gboolean loading,
                   gint64 id,
                   guint kind,
                   const char *label,
                   guint dispute_kind,
                   const char *field,
                   guint state,
                   guint outcome)
{
  g_autofree char *number = NULL;
  g_autofree char *what = NULL;

  if (loading || kind == 0)
    return g_strdup (_ ("Loading"));

  number = gram_case_dup_number (id);
  what = gram_dispute_dup_what ((GramCaseKind)kind, (GramDisputeKind)dispute_kind, field);

  /* Translators: a row for a screen reader: number of a dispute, vehicle, what is wrong, and the state */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), number, label, what,
                          gram_dispute_state_text ((GramCaseState)state, (GramCaseOutcome)outcome));
}

void
gram_dispute_texts_bind_closures (GtkWidgetClass *widget_class)
{
  gram_case_texts_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, dispute_what);
  gtk_widget_class_bind_template_callback (widget_class, dispute_summary);
  gtk_widget_class_bind_template_callback (widget_class, dispute_opened);
  gtk_widget_class_bind_template_callback (widget_class, dispute_state);
  gtk_widget_class_bind_template_callback (widget_class, dispute_state_urgency);
  gtk_widget_class_bind_template_callback (widget_class, dispute_due);
  gtk_widget_class_bind_template_callback (widget_class, dispute_row_label);
}
