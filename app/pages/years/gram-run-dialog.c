/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-run-dialog.h"

#include "gram-failure.h"
#include "gram-form.h"
#include "gram-formats.h"
#include "gram-participants-table.h"
#include "gram-questions-years.h"
#include "gram-rows.h"
#include "gram-year-texts.h"

#include <glib/gi18n-lib.h>

#define TOTAL(field) G_STRUCT_OFFSET (GramYearRehearsal, totals.field)
#define OWN(field) G_STRUCT_OFFSET (GramYearRehearsal, field)
#define MAX_SUMS 5
#define MAX_NAMES 6

/* How a sum is written. */
typedef enum
{
  SUM_COUNT,
  SUM_THOUSANDTHS,
  SUM_MONEY,
} Sum;

/* A command: what its dialog says and shows. */
typedef struct
{
  const char *command;
  const char *title;
  const char *verb;
  const char *lead;
  const char *done;
  const char *nothing; /* NULL: it is done even if there is nobody to do it for */
  gboolean destructive;
  GramParticipantSet set;
  struct
  {
    const char *title;
    Sum kind;
    gsize offset;
  } sums[MAX_SUMS + 1];
} Run;

/* clang-format off */
static const Run runs[] = {
  { "year.measure", N_ ("Measure"), N_ ("_Measure"),
    N_ ("Who is a participant, with its cars and its activity. An earlier measuring stays in the journal; this one counts."),
    N_ ("Year measured"), NULL, FALSE, GRAM_PARTICIPANT_SET_MEASURING,
    { { N_ ("Participants"), SUM_COUNT, TOTAL (participants) }, { N_ ("Cars (N)"), SUM_COUNT, TOTAL (cars) },
      { N_ ("Activity"), SUM_THOUSANDTHS, TOTAL (activity) }, { NULL, SUM_COUNT, 0 } } },
  { "allocation.post", N_ ("Allocate"), N_ ("_Approve and Post"),
    N_ ("Cars × baseline of each participant, rounded to a whole number. Only the difference to what is allocated already is posted."),
    N_ ("Allowances allocated"), N_ ("Everything is allocated as it should be; nothing would be posted."), FALSE,
    GRAM_PARTICIPANT_SET_POSTING,
    { { N_ ("Entitled"), SUM_COUNT, TOTAL (due) }, { N_ ("To Be Posted"), SUM_COUNT, OWN (posted) },
      { N_ ("Taken Back"), SUM_COUNT, OWN (taken_back) }, { N_ ("Not Held Any More"), SUM_COUNT, OWN (not_held) },
      { NULL, SUM_COUNT, 0 } } },
  { "year.account", N_ ("Account for the Year"), N_ ("_Account"),
    N_ ("What each participant has surrendered, what it has not accounted for, and the payment for that."),
    N_ ("Year accounted"), NULL, FALSE, GRAM_PARTICIPANT_SET_ACCOUNTING,
    { { N_ ("Activity"), SUM_THOUSANDTHS, TOTAL (activity) }, { N_ ("Surrendered"), SUM_COUNT, TOTAL (surrendered) },
      { N_ ("Shortfall"), SUM_THOUSANDTHS, TOTAL (shortfall) }, { N_ ("Payments"), SUM_MONEY, TOTAL (payment) },
      { NULL, SUM_COUNT, 0 } } },
  { "year.close", N_ ("Close the Year"), N_ ("_Close the Year"),
    N_ ("What was not surrendered lapses, and the books of each participant are kept as they are then: allocated + acquired + "
        "traded in = traded out + surrendered + converted + lapsed. This cannot be undone."),
    N_ ("Year closed"), NULL, TRUE, GRAM_PARTICIPANT_SET_CLOSING,
    { { N_ ("Allocated"), SUM_COUNT, TOTAL (allocated) }, { N_ ("Acquired"), SUM_COUNT, TOTAL (acquired) },
      { N_ ("Surrendered"), SUM_COUNT, TOTAL (surrendered) }, { N_ ("Converted"), SUM_COUNT, TOTAL (converted) },
      { N_ ("Lapse"), SUM_COUNT, OWN (posted) }, { NULL, SUM_COUNT, 0 } } },
};
/* clang-format on */

struct _GramRunDialog
{
  AdwDialog parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GtkWidget *send_button;
  GtkStack *stack;
  AdwStatusPage *refused_status;
  AdwStatusPage *failed_status;
  GtkLabel *lead_label;
  AdwWrapBox *sums_box;
  GtkListBox *sentences_list;
  GtkWidget *reference_list;
  AdwEntryRow *reference_row;
  GramParticipantsTable *table;
  GtkLabel *refusal_label;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  char *digest;

  const Run *run;
  int year;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (GramRunDialog, gram_run_dialog, ADW_TYPE_DIALOG)

static void
add_sum (GramRunDialog *self, const char *title, Sum kind, gint64 value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (title);
  g_autofree char *text = kind == SUM_MONEY         ? gram_format_money (value, "GBP")
                          : kind == SUM_THOUSANDTHS ? gram_format_decimal (value, 3, 0)
                                                    : gram_format_count (value);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (self->sums_box, box);
}

static void
fill_sums (GramRunDialog *self, const GramYearRehearsal *rehearsal)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums_box))) != NULL)
    adw_wrap_box_remove (self->sums_box, child);
  for (guint i = 0; self->run->sums[i].title != NULL; i++)
    add_sum (self, _ (self->run->sums[i].title), self->run->sums[i].kind,
             *(const gint64 *)((const char *)rehearsal + self->run->sums[i].offset));
}

static void
add_sentence (GramRunDialog *self, const char *title, const char *text)
{
  GtkWidget *row = gram_row_new (title, text);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->sentences_list, row);
}

/* Participants of whom the same is to be known stand together. */
static void
add_note (GHashTable *names, GPtrArray *notes, const GramParticipantRow *row, const char *note)
{
  GPtrArray *list = g_hash_table_lookup (names, note);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (names, (gpointer)note, list);
      g_ptr_array_add (notes, (gpointer)note);
    }
  g_ptr_array_add (list, gram_participant_dup_title (row));
}

static char *
dup_names (GPtrArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint shown = MIN (list->len, MAX_NAMES);
  guint more = list->len - shown;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, i > 0 ? ", %s" : "%s", (const char *)list->pdata[i]);
  if (more > 0)
    /* Translators: after the names of some participants */
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", more), more);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a person should know besides the figures: of the run, of single participants, of who is none any more. */
static void
fill_sentences (GramRunDialog *self, const GramYearRehearsal *rehearsal)
{
  g_autoptr (GHashTable) names
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  gtk_list_box_remove_all (self->sentences_list);
  for (guint i = 0; i < rehearsal->sentences->len; i++)
    add_sentence (self, rehearsal->sentences->pdata[i], NULL);
  for (guint i = 0; i < rehearsal->gone->len; i++)
    {
      const GramParticipantRow *row = rehearsal->gone->pdata[i];

      add_note (names, notes, row,
                row->note != NULL ? row->note : _ ("Is no participant any more"));
    }
  for (guint i = 0; i < rehearsal->rows->len; i++)
    {
      const GramParticipantRow *row = rehearsal->rows->pdata[i];

      if (row->note != NULL)
        add_note (names, notes, row, row->note);
    }
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = dup_names (g_hash_table_lookup (names, notes->pdata[i]));

      add_sentence (self, notes->pdata[i], text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sentences_list),
                          rehearsal->sentences->len + notes->len > 0);
}

static gboolean
does_nothing (GramRunDialog *self, const GramYearRehearsal *rehearsal)
{
  return self->run->nothing != NULL && rehearsal->posted == 0 && rehearsal->taken_back == 0;
}

static void
show_preview (GramRunDialog *self, const GramYearRehearsal *rehearsal)
{
  gboolean nothing = does_nothing (self, rehearsal);

  g_free (self->digest);
  self->digest = g_strdup (rehearsal->digest);
  fill_sums (self, rehearsal);
  fill_sentences (self, rehearsal);
  gram_participants_table_set_rows (self->table, rehearsal->rows);
  gtk_label_set_text (self->lead_label, nothing ? _ (self->run->nothing) : _ (self->run->lead));
  gtk_widget_set_sensitive (self->send_button, !nothing && !self->sending);
  gtk_widget_set_tooltip_text (self->send_button, nothing ? _ (self->run->nothing) : NULL);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
show_refused (GramRunDialog *self, const GramRefusal *refusal, const GError *error)
{
  g_autofree char *sentence
      = refusal != NULL ? g_strdup (refusal->message) : gram_failure_sentence (error);
  AdwStatusPage *status = refusal != NULL ? self->refused_status : self->failed_status;

  adw_status_page_set_description (status, sentence);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, refusal != NULL ? "refused" : "failed");
}

static void
rehearsed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRunDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GramYearRehearsal) rehearsal
      = gram_session_rehearse_year_finish (GRAM_SESSION (object), result, &refusal, &error);

  if (gram_failure_is_cancelled (error) || self->stack == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  if (rehearsal != NULL)
    show_preview (self, rehearsal);
  else
    show_refused (self, refusal, error);
}

static GVariantDict *
arguments_new (GramRunDialog *self)
{
  GVariantDict *dict = g_variant_dict_new (NULL);

  g_variant_dict_insert (dict, "year", "x", (gint64)self->year);

  return dict;
}

static void
ask (GramRunDialog *self)
{
  g_autoptr (GVariantDict) dict = NULL;

  if (self->session == NULL || self->sending)
    return;

  dict = arguments_new (self);
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_rehearse_year_async (self->session, self->run->command, g_variant_dict_end (dict),
                                    self->asking, rehearsed_cb, g_object_ref (self));
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramRunDialog) self = user_data;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (gram_session_perform_finish (GRAM_SESSION (object), result, NULL, &refusal, &error)
      == GRAM_OUTCOME_DONE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ (self->run->done));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->stack == NULL)
    return;

  /* What was looked at may have changed: it is worked out anew. */
  self->sending = FALSE;
  gram_form_refuse (self->refusal_label, refusal, error);
  ask (self);
}

static void
send_cb (GramRunDialog *self)
{
  g_autoptr (GVariantDict) dict = NULL;
  g_autofree char *reference = NULL;

  g_assert (GRAM_IS_RUN_DIALOG (self));

  if (self->digest == NULL || self->sending || !gtk_widget_get_sensitive (self->send_button))
    return;

  reference = gram_form_dup_text (GTK_WIDGET (self->reference_row));
  if (gtk_widget_get_visible (self->reference_list) && *reference == '\0')
    {
      gram_form_set_error (GTK_WIDGET (self->reference_row),
                           _ ("Enter the reference of the document that says so."));
      gtk_widget_grab_focus (GTK_WIDGET (self->reference_row));
      return;
    }

  dict = arguments_new (self);
  g_variant_dict_insert (dict, "expect", "s", self->digest);
  if (*reference != '\0')
    g_variant_dict_insert (dict, "reference", "s", reference);
  self->sending = TRUE;
  gram_form_refuse (self->refusal_label, NULL, NULL);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  gram_session_perform_async (self->session, self->run->command, g_variant_dict_end (dict), NULL,
                              NULL, NULL, sent_cb, g_object_ref (self));
}

static void
narrow_cb (GramRunDialog *self)
{
  gram_participants_table_set_narrow (self->table, TRUE);
}

static void
wide_cb (GramRunDialog *self)
{
  gram_participants_table_set_narrow (self->table, FALSE);
}

static void
gram_run_dialog_dispose (GObject *object)
{
  GramRunDialog *self = GRAM_RUN_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), GRAM_TYPE_RUN_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->digest, g_free);

  G_OBJECT_CLASS (gram_run_dialog_parent_class)->dispose (object);
}

static void
gram_run_dialog_class_init (GramRunDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gram_run_dialog_dispose;

  g_type_ensure (GRAM_TYPE_PARTICIPANTS_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-run-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, refused_status);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, failed_status);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, lead_label);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, sums_box);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, sentences_list);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, reference_list);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, table);
  gtk_widget_class_bind_template_child (widget_class, GramRunDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
gram_run_dialog_init (GramRunDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gram_run_dialog_new (GramSession *session, const char *command, int year)
{
  GramRunDialog *self;
  g_autofree char *subtitle = gram_year_dup_title (year);

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);
  g_return_val_if_fail (command != NULL, NULL);

  self = g_object_new (GRAM_TYPE_RUN_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->year = year;
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    if (g_str_equal (runs[i].command, command))
      self->run = &runs[i];
  g_return_val_if_fail (self->run != NULL, NULL);

  adw_dialog_set_title (ADW_DIALOG (self), _ (self->run->title));
  adw_window_title_set_title (self->window_title, _ (self->run->title));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_button_set_label (GTK_BUTTON (self->send_button), _ (self->run->verb));
  gtk_widget_add_css_class (self->send_button,
                            self->run->destructive ? "destructive-action" : "suggested-action");
  /* In a registry of one's own it was done elsewhere; here it is recorded. */
  gtk_widget_set_visible (self->reference_list,
                          gram_session_get_kind (session) == GRAM_REGISTRY_OWN);
  gram_participants_table_set_set (self->table, self->run->set);
  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return ADW_DIALOG (self);
}
