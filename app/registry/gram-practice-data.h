/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The inputs of the practice registry, as data/practice/ has them. They come with the program, so a mistake in them is a
 * programming error that the tests find.
 */

/**
 * GramPracticePerson:
 *
 * A line of persons.csv.
 */
typedef struct
{
  char *email;
  char *name;
  char *role;
} GramPracticePerson;

/**
 * GramPracticeAccount:
 *
 * A line of accounts.csv.
 */
typedef struct
{
  char *fleet;
  char *kind;
  char *holder;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *address;
  char *owner;
  char *switches;
  int vehicles;
} GramPracticeAccount;

/**
 * GramPracticeModel:
 *
 * A line of models.csv. @co2_tenths and @spread_tenths are tenths of a g/km; @code begins VIN or chassis number, @digits
 * is the length of its serial number; @share is its part of the fleet, by weight.
 */
typedef struct
{
  char *fleet;
  char *make;
  char *model;
  char *variant;
  char *vehicle_class;
  char *type;
  char *fuel;
  char *code;
  int engine_cc;
  int mass_kg;
  int co2_tenths;
  int spread_tenths;
  int digits;
  int share;
} GramPracticeModel;

/**
 * GramPracticeDelivery:
 *
 * A line of deliveries.csv: one day on which the register sends a file to each account.
 */
typedef struct
{
  char *day;
  char *registered_from;
  char *registered_to;
  int share_permille;
  int ready_permille;
} GramPracticeDelivery;

/**
 * GramPracticeStep:
 *
 * A line of life.csv: a command that a person sends on a day, after what is delivered on it. @arguments is JSON with ' for
 * "; what it can name, and what @keep is for, says #GramPracticeLife. The days ascend.
 */
typedef struct
{
  char *day;
  char *email;
  char *fleet;
  char *command;
  char *keep;
  char *arguments;
} GramPracticeStep;

/**
 * GramPracticeData:
 * @persons: (element-type GramPracticePerson): persons, the administrator first
 * @accounts: (element-type GramPracticeAccount): accounts
 * @models: (element-type GramPracticeModel): models
 * @deliveries: (element-type GramPracticeDelivery): deliveries, the last on the registry's today
 * @life: (element-type GramPracticeStep): what happens to the accounts besides
 */
typedef struct
{
  GPtrArray *persons;
  GPtrArray *accounts;
  GPtrArray *models;
  GPtrArray *deliveries;
  GPtrArray *life;
} GramPracticeData;

/**
 * gram_practice_data_load:
 * @error: return location
 *
 * Reads the inputs that come with the program.
 *
 * Returns: (transfer full) (nullable): the inputs
 */
GramPracticeData *gram_practice_data_load (GError **error);

/**
 * gram_practice_data_free:
 * @self: (nullable): inputs
 *
 * Frees them.
 */
void gram_practice_data_free (GramPracticeData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPracticeData, gram_practice_data_free)

G_END_DECLS
