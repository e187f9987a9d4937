/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-practice-fleet.h"

#include "gram-calendar.h"

/* One vehicle in so many: without a CO₂ value; without a weight; sent again later; corrected when it is sent again. */
#define WITHOUT_CO2 41
#define WITHOUT_MASS 53
#define SENT_AGAIN 29
#define CORRECTED 3

#define VIN_LENGTH 17
#define FIRST_EEA_ID 61210300
/* So many of them for each fleet. */
#define EEA_IDS 100000

/* A vehicle as the register knows it. */
typedef struct
{
  const GramPracticeModel *model;
  guint number;
  guint delivery;
  int co2_tenths;
  int mass_kg;
  int made_year;
  int units;
  int saving_tenths;
  gboolean ready;
  gboolean lacks_co2;
  gboolean lacks_mass;
  gboolean corrected;
  gboolean again;
  GramDate registered_on;
} Vehicle;

/* splitmix64: small, and the same everywhere and always. */
static guint64
next_random (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static int
pick (guint64 *state, int below)
{
  return below > 0 ? (int)(next_random (state) % (guint64)below) : 0;
}

static const GramPracticeModel *
pick_model (const GramPracticeData *data, const char *fleet, guint64 *state)
{
  const GramPracticeModel *chosen = NULL;
  int shares = 0;
  int at;

  for (guint i = 0; i < data->models->len; i++)
    {
      const GramPracticeModel *model = data->models->pdata[i];

      if (g_str_equal (model->fleet, fleet))
        shares += model->share;
    }
  at = pick (state, shares);
  for (guint i = 0; i < data->models->len && at >= 0; i++)
    {
      const GramPracticeModel *model = data->models->pdata[i];

      if (!g_str_equal (model->fleet, fleet))
        continue;
      chosen = model;
      at -= model->share;
    }
  g_assert (chosen != NULL);
  return chosen;
}

/* Number of the first vehicle of a delivery; of the one after the last for the end. */
static guint
first_of_delivery (const GramPracticeData *data, const GramPracticeAccount *account, guint delivery)
{
  gint64 permille = 0;

  for (guint i = 0; i < delivery; i++)
    permille += ((const GramPracticeDelivery *)data->deliveries->pdata[i])->share_permille;
  return (guint)(account->vehicles * permille / 1000);
}

static GramDate
pick_day (const GramPracticeDelivery *delivery, guint64 *state)
{
  GramDate from;
  GramDate to;
  GramDate day;

  if (!gram_date_parse (delivery->registered_from, GRAM_DATE_ISO, &from, NULL)
      || !gram_date_parse (delivery->registered_to, GRAM_DATE_ISO, &to, NULL)
      || !gram_date_add_days (from, pick (state, (int)gram_date_days_between (from, to) + 1), &day))
    g_assert_not_reached ();
  return day;
}

/* Everything about a vehicle follows from the fleet and its number. */
static void
make_vehicle (const GramPracticeData *data,
              const GramPracticeAccount *account,
              guint number,
              guint delivery,
              Vehicle *vehicle)
{
  const GramPracticeDelivery *sent = data->deliveries->pdata[delivery];
  guint64 state = ((guint64)g_str_hash (account->fleet) << 32) | number;
  const GramPracticeModel *model = pick_model (data, account->fleet, &state);
  gboolean used = g_str_equal (account->kind, "ccs-used");

  *vehicle = (Vehicle){ .model = model, .number = number, .delivery = delivery };
  vehicle->co2_tenths
      = model->co2_tenths + pick (&state, model->spread_tenths + 1) - model->spread_tenths / 2;
  vehicle->mass_kg = model->mass_kg + 5 * (pick (&state, 13) - 6);
  vehicle->made_year = used ? 2012 + pick (&state, 9) : 2025 + pick (&state, 2);
  vehicle->units = 1 + pick (&state, 60);
  vehicle->saving_tenths = pick (&state, 5) < 2 ? 8 + pick (&state, 12) : 0;
  vehicle->ready = pick (&state, 1000) < sent->ready_permille;
  vehicle->lacks_co2 = model->co2_tenths > 0 && pick (&state, WITHOUT_CO2) == 0;
  vehicle->lacks_mass = pick (&state, WITHOUT_MASS) == 0;
  vehicle->again = pick (&state, SENT_AGAIN) == 0;
  vehicle->corrected = model->co2_tenths > 0 && pick (&state, CORRECTED) == 0;
  vehicle->registered_on = pick_day (sent, &state);
}

/* What has become of a vehicle that the register sends again: inspected, completed, perhaps corrected. */
static void
send_again (Vehicle *vehicle)
{
  vehicle->ready = TRUE;
  vehicle->lacks_co2 = FALSE;
  vehicle->lacks_mass = FALSE;
  if (vehicle->corrected)
    vehicle->co2_tenths += 15;
}

static void
append_tenths (GString *text, int tenths)
{
  g_string_append_printf (text, "%d.%d", tenths / 10, tenths % 10);
}

/* A chassis number as Japan writes it: model code, dash, serial number. */
static void
append_chassis (GString *text, const Vehicle *vehicle)
{
  g_string_append_printf (text, "%s-%0*u", vehicle->model->code, vehicle->model->digits,
                          100000 + vehicle->number * 7);
}

/* A VIN: code of maker and model, year, plant, serial number; the rest filled up. */
static void
append_vin (GString *text, const char *code, const Vehicle *vehicle)
{
  gsize begin = text->len;

  g_string_append (text, code);
  while (text->len - begin < VIN_LENGTH - 9)
    g_string_append_c (text, "AB3K5Z"[vehicle->number % 6]);
  g_string_append_printf (text, "%cH%07u", vehicle->made_year == 2025 ? 'S' : 'T',
                          1000000 + vehicle->number);
}

static void
append_row (GString *text, const GramPracticeAccount *account, const Vehicle *vehicle)
{
  const GramPracticeModel *model = vehicle->model;
  gboolean used = g_str_equal (account->kind, "ccs-used");
  gboolean ccts = g_str_equal (account->kind, "ccts");
  char day[GRAM_DATE_BUFFER];

  /* A used import has a chassis number at first; New Zealand gives it a VIN before its inspection. */
  if (used)
    {
      if (vehicle->ready)
        append_vin (text, "7AT0", vehicle);
      g_string_append_c (text, ',');
      append_chassis (text, vehicle);
    }
  else
    {
      append_vin (text, model->code, vehicle);
      g_string_append_c (text, ',');
    }
  g_string_append_printf (text, ",%s,%s,%s,%s,%s,%d,%s,", model->make, model->model, model->variant,
                          model->vehicle_class, model->type, vehicle->made_year, model->fuel);
  g_string_append_printf (text, "%d,", model->engine_cc);
  if (!vehicle->lacks_mass)
    g_string_append_printf (text, "%d", vehicle->mass_kg);
  g_string_append_printf (text, ",WLTP,%s,", used ? "converted" : "manufacturer");
  if (!vehicle->lacks_co2)
    append_tenths (text, vehicle->co2_tenths);
  g_string_append_printf (text, ",%s,%s\r\n",
                          ccts ? gram_date_print (day, vehicle->registered_on) : "",
                          vehicle->ready ? "ready" : "entered");
}

/* Fleets of the EEA's rows; each has keys of its own. */
static const char *const eea_fleets[] = { "uk-pennine", "uk-malvern", "uk-solent" };

static guint
first_id (const GramPracticeAccount *account)
{
  guint place = 0;

  while (!g_str_equal (eea_fleets[place], account->fleet))
    place++;
  return FIRST_EEA_ID + place * EEA_IDS;
}

static void
append_eea_row (GString *text, const GramPracticeAccount *account, const Vehicle *vehicle)
{
  const GramPracticeModel *model = vehicle->model;
  char day[GRAM_DATE_BUFFER];

  g_string_append_printf (text, "%u,GB,%s,%s,%s,%s,V%u,%u,%s,%d,%d,",
                          first_id (account) + vehicle->number, account->holder, model->make,
                          model->model, model->code, vehicle->number % 9, vehicle->number % 4,
                          model->vehicle_class, vehicle->units, vehicle->mass_kg);
  if (!vehicle->lacks_co2)
    append_tenths (text, vehicle->co2_tenths);
  g_string_append_printf (text, ",%s,%d,%s,", model->fuel, model->engine_cc,
                          vehicle->saving_tenths > 0 ? "e1 37" : "");
  if (vehicle->saving_tenths > 0 && vehicle->co2_tenths > vehicle->saving_tenths)
    append_tenths (text, vehicle->saving_tenths);
  g_string_append_printf (text, ",%s,%d,P\r\n", gram_date_print (day, vehicle->registered_on),
                          vehicle->registered_on.year);
}

gboolean
gram_practice_fleet_is_eea (const GramPracticeAccount *account)
{
  for (gsize i = 0; i < G_N_ELEMENTS (eea_fleets); i++)
    if (g_str_equal (account->fleet, eea_fleets[i]))
      return TRUE;
  return FALSE;
}

char *
gram_practice_fleet_file (const GramPracticeData *data,
                          const GramPracticeAccount *account,
                          guint delivery)
{
  gboolean eea = gram_practice_fleet_is_eea (account);
  GString *text = g_string_new (
      eea ? "ID,Country,Mh,Mk,Cn,T,Va,Ve,Cr,r,m (kg),Ewltp (g/km),Ft,ec (cm3),IT,Erwltp (g/km),"
            "Date of registration,year,Status\r\n"
          : "vin,chassis,make,model,variant,class,type,made_year,fuel,engine_cc,mass_kg,test_cycle,"
            "co2_source,co2_g_km,registered_on,status\r\n");
  guint end = first_of_delivery (data, account, delivery + 1);

  for (guint of = 0; of <= delivery; of++)
    for (guint number = first_of_delivery (data, account, of);
         number < MIN (end, first_of_delivery (data, account, of + 1)); number++)
      {
        Vehicle vehicle;

        make_vehicle (data, account, number, of, &vehicle);
        if (of < delivery && (!vehicle.again || of + 1 < delivery))
          continue;
        if (of < delivery)
          send_again (&vehicle);
        if (eea)
          append_eea_row (text, account, &vehicle);
        else
          append_row (text, account, &vehicle);
      }
  return g_string_free_and_steal (text);
}
