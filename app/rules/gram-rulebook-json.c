/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-rulebook.h"

#include "gram-rulebook-json-reader.h"
#include "gram-rulebook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT        1
#define MAX_LENGTH    (1024 * 1024)
#define MAX_DEPTH     8
#define MAX_YEARS     200
#define MAX_RATIO     1000000
#define FIRST_YEAR    2000
#define LAST_YEAR     2200
#define SCALE_CO2     GRAM_DECIMAL_SCALE_CO2
#define SCALE_MONEY   GRAM_DECIMAL_SCALE_MONEY
#define MAX_MASS_KG   100000
#define MAX_WAIT_DAYS 3650

/* Nesting is checked on the text, before the parser builds anything from it. */
static gboolean
check_depth (const char *json, gsize length, GError **error)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = json[i];

      if (quoted)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            quoted = FALSE;
        }
      else if (c == '"')
        quoted = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;

      if (depth > MAX_DEPTH)
        {
          g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                       _ ("The rulebook is nested more than %d levels deep."), MAX_DEPTH);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_text (const char *json, gsize length, GError **error)
{
  if (length > MAX_LENGTH)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                           _ ("The rulebook is larger than 1 MiB."));
      return FALSE;
    }
  if (!g_utf8_validate_len (json, length, NULL))
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                           _ ("The rulebook is not UTF-8 text."));
      return FALSE;
    }

  return check_depth (json, length, error);
}

typedef struct
{
  GHashTable *seen;
  char *twice;
} Members;

/* The parser lets the last of two members with one name win. Noting them as they come tells. */
static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Members *members = data;

  if (!g_hash_table_add (members->seen, g_strdup_printf ("%p/%s", (gpointer)object, name))
      && members->twice == NULL)
    members->twice = g_strdup (name);
}

static JsonNode *
parse_json (const char *json, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) problem = NULL;
  Members members = { .seen = seen };
  g_autofree char *twice = NULL;
  gboolean loaded;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  loaded = json_parser_load_from_data (parser, json, (gssize)length, &problem);
  twice = members.twice;

  if (!loaded)
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                 _ ("The rulebook is not strict JSON: %s"), problem->message);
  else if (twice != NULL)
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_MEMBER,
                 _ ("%s: stands twice in one object"), twice);
  else if (json_parser_get_root (parser) == NULL)
    g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_RULEBOOK_JSON,
                         _ ("The rulebook is empty."));
  else
    return json_node_ref (json_parser_get_root (parser));

  return NULL;
}

/* A target line: mean weight and slope are both published, or neither; a slope of 0 needs no mean weight. */
static void
read_target (GramRulebookSection *targets, const char *type, GramCcsTarget *target)
{
  GramRulebookSection self = _gram_rulebook_section_object (targets, type);
  gboolean no_mean = _gram_rulebook_section_is_null (&self, "mean_weight");
  gboolean no_slope = _gram_rulebook_section_is_null (&self, "slope");

  target->target_micro = _gram_rulebook_section_decimal (&self, "target", SCALE_CO2);
  if (!no_mean)
    target->mean_weight_kg = _gram_rulebook_section_int (&self, "mean_weight", 1, MAX_MASS_KG);
  if (!no_slope)
    target->slope_micro = _gram_rulebook_section_decimal (&self, "slope", SCALE_CO2);
  target->has_weights = !no_slope;

  if (no_slope && !no_mean)
    _gram_rulebook_section_fail (&self, "slope", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is missing, while a mean weight is given"));
  if (!no_slope && no_mean && target->slope_micro != 0)
    _gram_rulebook_section_fail (&self, "mean_weight", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is missing, while a slope is given"));

  target->provenance = _gram_rulebook_section_provenance (&self);
  _gram_rulebook_section_close (&self);
}

static void
read_rates (GramRulebookSection *year, GramCcsRates *rates)
{
  GramRulebookSection self = _gram_rulebook_section_object (year, "rates");

  rates->payg_used = _gram_rulebook_section_decimal (&self, "payg_used", SCALE_MONEY);
  rates->payg_new = _gram_rulebook_section_decimal (&self, "payg_new", SCALE_MONEY);
  rates->fleet_average_used
      = _gram_rulebook_section_decimal (&self, "fleet_average_used", SCALE_MONEY);
  rates->fleet_average_new
      = _gram_rulebook_section_decimal (&self, "fleet_average_new", SCALE_MONEY);
  rates->provenance = _gram_rulebook_section_provenance (&self);
  _gram_rulebook_section_close (&self);
}

static void
read_ccs_year (GramRulebookSection *self, GramCcsYear *year)
{
  GramRulebookSection targets;

  year->year = _gram_rulebook_section_int (self, "year", FIRST_YEAR, LAST_YEAR);
  targets = _gram_rulebook_section_object (self, "targets");
  read_target (&targets, "A", &year->type_a);
  read_target (&targets, "B", &year->type_b);
  _gram_rulebook_section_close (&targets);
  read_rates (self, &year->rates);
}

static guint
check_count (GramRulebookSection *self, const char *name, JsonArray *array, guint least)
{
  guint n = array == NULL ? 0 : json_array_get_length (array);

  if (array != NULL && (n < least || n > MAX_YEARS))
    {
      _gram_rulebook_section_fail (self, name, GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                   n < least ? _ ("is empty") : _ ("is too long"));
      return 0;
    }

  return n;
}

static void
read_ccs_years (GramRulebookSection *self, GramCcsRules *rules)
{
  JsonArray *array = _gram_rulebook_section_array (self, "years");

  rules->n_years = check_count (self, "years", array, 1);
  rules->years = g_new0 (GramCcsYear, rules->n_years);
  for (guint i = 0; i < rules->n_years; i++)
    {
      GramRulebookSection year = _gram_rulebook_section_element (self, "years", array, i);

      read_ccs_year (&year, &rules->years[i]);
      if (i > 0 && rules->years[i].year != rules->years[i - 1].year + 1)
        _gram_rulebook_section_fail (&year, "year", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                     _ ("does not follow the year before it"));
      _gram_rulebook_section_close (&year);
    }
}

static void
read_ccs_settings (GramRulebookSection *self, GramCcsRules *rules)
{
  GramRulebookSection rounding = _gram_rulebook_section_object (self, "rounding");
  GramRulebookSection credits = _gram_rulebook_section_object (self, "credits");
  GramRulebookSection transfers = _gram_rulebook_section_object (self, "transfers");
  GramRulebookSection fleet = _gram_rulebook_section_object (self, "fleet_average");

  rules->target_decimals = (guint)_gram_rulebook_section_int (&rounding, "target_decimals", 0, 2);
  rules->target_rounding = _gram_rulebook_section_word (&rounding, "target", "rounding");
  rules->money_rounding = _gram_rulebook_section_word (&rounding, "money", "rounding");
  rules->rounding_provenance = _gram_rulebook_section_provenance (&rounding);
  _gram_rulebook_section_close (&rounding);

  rules->credit_life_years = _gram_rulebook_section_int (&credits, "life_years", 0, 100);
  rules->credit_lapse_floor = _gram_rulebook_section_date (&credits, "never_before");
  rules->credit_provenance = _gram_rulebook_section_provenance (&credits);
  _gram_rulebook_section_close (&credits);

  rules->used_per_new = _gram_rulebook_section_int (&transfers, "used_per_new", 1, MAX_RATIO);
  rules->transfer_provenance = _gram_rulebook_section_provenance (&transfers);
  _gram_rulebook_section_close (&transfers);

  _gram_rulebook_section_month_day (&fleet, "settled_by", &rules->fleet_settlement_month,
                                    &rules->fleet_settlement_day);
  rules->fleet_provenance = _gram_rulebook_section_provenance (&fleet);
  _gram_rulebook_section_close (&fleet);
}

static int
read_ready (GramRulebookSection *self, GramProvenance *provenance)
{
  GramRulebookSection ready = _gram_rulebook_section_object (self, "ready");
  int days = _gram_rulebook_section_int (&ready, "warn_after_days", 1, MAX_WAIT_DAYS);

  *provenance = _gram_rulebook_section_provenance (&ready);
  _gram_rulebook_section_close (&ready);

  return days;
}

static GramCcsRules *
read_ccs (GramRulebookSection *self)
{
  GramCcsRules *rules = g_new0 (GramCcsRules, 1);

  read_ccs_years (self, rules);
  rules->missing_weights = _gram_rulebook_section_word (self, "missing_weights", "missing-weights");
  read_ccs_settings (self, rules);
  rules->ready_warning_days = read_ready (self, &rules->ready_provenance);

  return rules;
}

static void
read_ccts_time (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection period = _gram_rulebook_section_object (self, "trading_period");
  GramRulebookSection window = _gram_rulebook_section_object (self, "trading_window");
  GramYearWindow *days = &rules->trading_window;

  rules->period.first = _gram_rulebook_section_date (&period, "first");
  rules->period.last = _gram_rulebook_section_date (&period, "last");
  if (gram_date_compare (rules->period.first, rules->period.last) > 0)
    _gram_rulebook_section_fail (&period, "last", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is before the first day"));
  rules->period_provenance = _gram_rulebook_section_provenance (&period);
  _gram_rulebook_section_close (&period);

  days->years_after = (guint8)_gram_rulebook_section_int (&window, "years_after", 0, 10);
  _gram_rulebook_section_month_day (&window, "first", &days->first_month, &days->first_day);
  _gram_rulebook_section_month_day (&window, "last", &days->last_month, &days->last_day);
  if (days->first_month * 100 + days->first_day > days->last_month * 100 + days->last_day)
    _gram_rulebook_section_fail (&window, "last", GRAM_RULES_ERROR_RULEBOOK_VALUE,
                                 _ ("is before the first day"));
  rules->window_provenance = _gram_rulebook_section_provenance (&window);
  _gram_rulebook_section_close (&window);
}

static void
read_ccts_activity (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection participant = _gram_rulebook_section_object (self, "participant");
  GramRulebookSection allocation = _gram_rulebook_section_object (self, "allocation");
  GramRulebookSection activity = _gram_rulebook_section_object (self, "activity");

  rules->participant_threshold
      = _gram_rulebook_section_int (&participant, "more_than", 0, MAX_RATIO);
  rules->participant_provenance = _gram_rulebook_section_provenance (&participant);
  _gram_rulebook_section_close (&participant);

  rules->baseline_decimals
      = (guint)_gram_rulebook_section_int (&allocation, "baseline_decimals", 0, SCALE_CO2);
  rules->allocation_rounding = _gram_rulebook_section_word (&allocation, "rounding", "rounding");
  rules->allocation_provenance = _gram_rulebook_section_provenance (&allocation);
  _gram_rulebook_section_close (&allocation);

  rules->activity_decimals
      = (guint)_gram_rulebook_section_int (&activity, "decimals", 0, SCALE_CO2);
  rules->activity_rounding = _gram_rulebook_section_word (&activity, "rounding", "rounding");
  rules->reduce_corrected = _gram_rulebook_section_boolean (&activity, "reduce_corrected");
  rules->activity_provenance = _gram_rulebook_section_provenance (&activity);
  _gram_rulebook_section_close (&activity);
}

static void
read_ccts_payment (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection conversion = _gram_rulebook_section_object (self, "conversion");
  GramRulebookSection payment = _gram_rulebook_section_object (self, "payment");

  rules->allowances_per_crts
      = _gram_rulebook_section_int (&conversion, "allowances_per_crts", 1, MAX_RATIO);
  rules->conversion_provenance = _gram_rulebook_section_provenance (&conversion);
  _gram_rulebook_section_close (&conversion);

  rules->payment_pence = _gram_rulebook_section_decimal (&payment, "per_unit", SCALE_MONEY);
  rules->payment_rounding = _gram_rulebook_section_word (&payment, "rounding", "rounding");
  rules->notice_days = _gram_rulebook_section_int (&payment, "notice_days", 0, MAX_WAIT_DAYS);
  rules->payment_provenance = _gram_rulebook_section_provenance (&payment);
  _gram_rulebook_section_close (&payment);
}

static void
read_ccts_crts (GramRulebookSection *self, GramCctsRules *rules)
{
  GramRulebookSection crts = _gram_rulebook_section_object (self, "conversion_to_crts");
  JsonArray *array = _gram_rulebook_section_array (&crts, "caps");

  rules->allowances_per_crts_credit
      = _gram_rulebook_section_int (&crts, "allowances_per_credit", 1, MAX_RATIO);
  rules->n_crts_caps = check_count (&crts, "caps", array, 0);
  rules->crts_caps = g_new0 (GramCctsCap, rules->n_crts_caps);
  for (guint i = 0; i < rules->n_crts_caps; i++)
    {
      GramRulebookSection cap = _gram_rulebook_section_element (&crts, "caps", array, i);

      rules->crts_caps[i].year = _gram_rulebook_section_int (&cap, "year", FIRST_YEAR, LAST_YEAR);
      rules->crts_caps[i].share_micro = _gram_rulebook_section_decimal (&cap, "share", SCALE_CO2);
      _gram_rulebook_section_close (&cap);
    }
  rules->crts_provenance = _gram_rulebook_section_provenance (&crts);
  _gram_rulebook_section_close (&crts);
}

static GramCctsRules *
read_ccts (GramRulebookSection *self)
{
  GramCctsRules *rules = g_new0 (GramCctsRules, 1);

  read_ccts_time (self, rules);
  read_ccts_activity (self, rules);
  read_ccts_payment (self, rules);
  read_ccts_crts (self, rules);
  rules->ready_warning_days = read_ready (self, &rules->ready_provenance);

  return rules;
}

GramRulebook *
gram_rulebook_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (GramRulebook) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) problem = NULL;
  GramRulebookSection section;
  gsize size;

  g_return_val_if_fail (json != NULL, NULL);

  size = length < 0 ? strlen (json) : (gsize)length;
  if (!check_text (json, size, error))
    return NULL;
  root = parse_json (json, size, error);
  if (root == NULL)
    return NULL;

  self = _gram_rulebook_new ();
  section = _gram_rulebook_section_open (root, "", &problem);
  _gram_rulebook_section_int (&section, "format", FORMAT, FORMAT);
  self->scheme = _gram_rulebook_section_word (&section, "scheme", "scheme");
  self->version = g_strdup (_gram_rulebook_section_string (&section, "version"));
  self->valid_from = _gram_rulebook_section_date (&section, "valid_from");
  self->source = g_strdup (_gram_rulebook_section_string (&section, "source"));
  /* A mistake up to here may be the scheme itself; then the rest would only tell of its consequences. */
  if (problem == NULL && self->scheme == GRAM_SCHEME_CCS)
    self->ccs = read_ccs (&section);
  else if (problem == NULL)
    self->ccts = read_ccts (&section);
  _gram_rulebook_section_close (&section);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&self);
}
