/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook-offer-row.h"

#include "gram-confirm.h"
#include "gram-formats.h"
#include "gram-rulebook-compare.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GramSession *session;
  GramRulebookRecord *offered;
  GramRulebookRecord *newest;
} Offer;

static void
offer_free (Offer *self)
{
  g_object_unref (self->session);
  gram_rulebook_record_free (self->offered);
  gram_rulebook_record_free (self->newest);
  g_free (self);
}

static Offer *
offer_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "gram-offer");
}

static void
compare_cb (GtkWidget *row)
{
  const Offer *offer = offer_of (row);

  adw_dialog_present (gram_rulebook_compare_dialog_new (offer->newest, offer->offered), row);
}

static void
publish_cb (GtkWidget *row)
{
  const Offer *offer = offer_of (row);
  GtkWidget *page = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_PAGE);
  g_autofree char *from = gram_format_date (offer->offered->valid_from);
  /* Translators: %s is the version of a rulebook */
  g_autofree char *heading = g_strdup_printf (_ ("Publish %s?"), offer->offered->version);
  /* Translators: %s is a date */
  g_autofree char *body = g_strdup_printf (
      _ ("It counts from %s on and supersedes what was published before. What is accepted already "
         "keeps its rulebook. A published rulebook cannot be taken back."),
      from);
  /* Translators: %s is the version of a rulebook */
  g_autofree char *toast
      = g_strdup_printf (_ ("Rulebook %s is published"), offer->offered->version);
  const GramConfirm confirm
      = { .heading = heading, .body = body, .verb = _ ("_Publish"), .toast = toast };
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", "content",
                         g_variant_new_string (offer->offered->content));
  /* The row goes when the rulebook is there; the page stays. */
  gram_confirm_perform (page != NULL ? page : row, offer->session, &confirm, "rulebook.publish",
                        g_variant_builder_end (&builder), NULL, NULL, NULL);
}

static char *
dup_subtitle (const Offer *offer)
{
  g_autofree char *from = gram_format_date (offer->offered->valid_from);
  g_autofree char *count = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (offer->newest == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Valid from %s; no rulebook of this scheme is published here"),
                            from);

  differences = gram_rulebook_differences (offer->newest, offer->offered, NULL);
  if (differences == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Valid from %s"), from);

  count = gram_format_count (differences->len);

  /* Translators: %1$s is a date, %2$s a number, %3$s the version of a rulebook */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Valid from %1$s; %2$s figure or its source differs from %3$s",
                   "Valid from %1$s; %2$s figures or their sources differ from %3$s",
                   differences->len),
      from, count, offer->newest->version);
}

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
buttons_new (GtkWidget *row, const Offer *offer)
{
  GramPermit permit = gram_session_get_permit (offer->session, "rulebook.publish");
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *compare = gtk_button_new_with_mnemonic (_ ("_Compare…"));
  GtkWidget *publish = gtk_button_new_with_mnemonic (_ ("_Publish…"));

  gtk_widget_set_sensitive (publish, permit.allowed);
  gtk_widget_set_tooltip_text (publish, permit.allowed ? NULL : permit.reason);
  g_signal_connect_object (compare, "clicked", G_CALLBACK (compare_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (publish, "clicked", G_CALLBACK (publish_cb), row, G_CONNECT_SWAPPED);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_top (box, 6);
  adw_wrap_box_append (ADW_WRAP_BOX (box), compare);
  adw_wrap_box_append (ADW_WRAP_BOX (box), publish);

  return box;
}

GtkWidget *
gram_rulebook_offer_row_new (GramSession *session,
                             GramRulebookRecord *offered,
                             GramRulebookRecord *newest)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Offer *offer = g_new0 (Offer, 1);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GramPermit permit = gram_session_get_permit (session, "rulebook.publish");

  offer->session = g_object_ref (session);
  offer->offered = offered;
  offer->newest = newest;
  g_object_set_data_full (G_OBJECT (row), "gram-offer", offer, (GDestroyNotify)offer_free);
  /* Translators: %s is the version of a rulebook */
  title = g_strdup_printf (
      _ ("Rulebook %s comes with this version of Gram and is not published here"),
      offered->version);
  subtitle = dup_subtitle (offer);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_box_append (GTK_BOX (box), label_new (title, "title"));
  gtk_box_append (GTK_BOX (box), label_new (subtitle, "dimmed"));
  /* A tooltip is not seen on a touch screen: why not stands there, too. */
  if (!permit.allowed && permit.reason != NULL)
    gtk_box_append (GTK_BOX (box), label_new (permit.reason, "dimmed"));
  gtk_box_append (GTK_BOX (box), buttons_new (row, offer));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}
