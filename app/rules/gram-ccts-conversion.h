/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Conversion of CRTS allowances into CCTS allowances (art. 35) and of CCTS allowances into CRTS credits (art. 23). CRTS units
 * are tenths unless a name says otherwise; CCTS allowances are whole.
 */

/**
 * GRAM_CCTS_SCALE_CRTS:
 *
 * Scale of CRTS units: tenths.
 */
#define GRAM_CCTS_SCALE_CRTS 1

/**
 * GramCrtsPosition:
 * @cars: all cars of the year (T), whole
 * @allocated: allowances allocated (art. 13), tenths
 * @activity: activity (art. 24), tenths
 * @held: allowances held, with borrowed ones, before anything was converted, tenths
 * @required: allowances that art. 27(1) requires, tenths
 * @borrowed: of @held, borrowed (art. 15), tenths
 *
 * Where a participant stands in the CRTS.
 */
typedef struct
{
  gint64 cars;
  gint64 allocated;
  gint64 activity;
  gint64 held;
  gint64 required;
  gint64 borrowed;
} GramCrtsPosition;

/**
 * GramCrtsField:
 * @GRAM_CRTS_CARS: all cars of the year, whole
 * @GRAM_CRTS_ALLOCATED: allocated
 * @GRAM_CRTS_ACTIVITY: activity
 * @GRAM_CRTS_HELD: held
 * @GRAM_CRTS_REQUIRED: required
 * @GRAM_CRTS_BORROWED: borrowed
 *
 * The figures of a position. Vocabulary `crts-field`: the names of the arguments and of the columns of a file.
 */
typedef enum
{
  GRAM_CRTS_CARS = 1,
  GRAM_CRTS_ALLOCATED,
  GRAM_CRTS_ACTIVITY,
  GRAM_CRTS_HELD,
  GRAM_CRTS_REQUIRED,
  GRAM_CRTS_BORROWED,
} GramCrtsField;

/**
 * GRAM_CRTS_FIELD_N:
 *
 * How many figures a position has.
 */
#define GRAM_CRTS_FIELD_N GRAM_CRTS_BORROWED

/**
 * GramCctsConversionTest:
 * @GRAM_CCTS_TEST_ALLOCATION: activity is not above what was allocated: art. 35(1)(a)
 * @GRAM_CCTS_TEST_UNUSED: more is held than required: art. 35(1)(b)
 * @GRAM_CCTS_TEST_BORROWED: what is unused was not borrowed: art. 35(1)(c)
 *
 * The three tests of art. 35(1).
 */
typedef enum
{
  GRAM_CCTS_TEST_ALLOCATION = 0,
  GRAM_CCTS_TEST_UNUSED,
  GRAM_CCTS_TEST_BORROWED,
} GramCctsConversionTest;

/**
 * GRAM_CCTS_TEST_N:
 *
 * How many tests there are.
 */
#define GRAM_CCTS_TEST_N (GRAM_CCTS_TEST_BORROWED + 1)

/**
 * GramCctsTestResult:
 * @test: which test
 * @title: (transfer none): translated, what is asked
 * @article: (transfer none): its article
 * @ok: it is met
 * @left: the first figure of the comparison, tenths
 * @right: the second figure, tenths
 * @sentence: translated, the two figures and what follows
 *
 * A test with its numbers.
 */
typedef struct
{
  GramCctsConversionTest test;
  const char *title;
  const char *article;
  gboolean ok;
  gint64 left;
  gint64 right;
  char *sentence;
} GramCctsTestResult;

/**
 * GramCctsConversion:
 * @unused: unused CRTS allowances that were not borrowed nor converted already, tenths; 0 if there are none
 * @most: so many can be converted, whole CRTS allowances (art. 35(2)(b))
 * @allowances: and give so many CCTS allowances
 * @ratio: CCTS allowances for one CRTS allowance
 * @ok: the three tests are met
 *
 * What a participant can convert.
 */
typedef struct
{
  gint64 unused;
  gint64 most;
  gint64 allowances;
  int ratio;
  gboolean ok;
} GramCctsConversion;

/**
 * gram_crts_field_title:
 * @field: a figure
 *
 * Returns: (transfer none): translated
 */
const char *gram_crts_field_title (GramCrtsField field);

/**
 * gram_crts_position_set:
 * @self: a position
 * @field: which figure
 * @text: (nullable): what somebody typed or a file has, with `.` as its separator
 * @refusal: (out) (optional): `position.value`; the sentence names the figure
 *
 * Reads a figure: tenths exactly, cars whole.
 *
 * Returns: %FALSE with a refusal if @text is no such figure
 */
gboolean gram_crts_position_set (GramCrtsPosition *self,
                                 GramCrtsField field,
                                 const char *text,
                                 GramRefusal **refusal);

/**
 * gram_crts_position_get:
 * @self: a position
 * @field: which figure
 *
 * Returns: (transfer full): the figure as text, `1240.5`
 */
char *gram_crts_position_get (const GramCrtsPosition *self, GramCrtsField field);

/**
 * gram_crts_position_check:
 * @self: a position
 * @refusal: (out) (optional): `position.borrowed`
 *
 * Returns: %TRUE if the figures go together: no more is borrowed than held
 */
gboolean gram_crts_position_check (const GramCrtsPosition *self, GramRefusal **refusal);

/**
 * gram_ccts_test_result_free:
 * @self: (nullable): a result
 *
 * Frees a result.
 */
void gram_ccts_test_result_free (GramCctsTestResult *self);

/**
 * gram_ccts_conversion_tests:
 * @position: the position
 * @converted: CRTS allowances of it that were converted already, tenths
 *
 * The three tests of art. 35(1), each with its numbers.
 *
 * Returns: (transfer full) (element-type GramCctsTestResult): a result for each #GramCctsConversionTest
 */
GPtrArray *gram_ccts_conversion_tests (const GramCrtsPosition *position, gint64 converted);

/**
 * gram_ccts_conversion_most:
 * @rules: the rules
 * @position: the position
 * @converted: CRTS allowances of it that were converted already, tenths
 * @conversion: (out caller-allocates): what can be converted; nothing unless the tests are met
 *
 * The cap is the whole part of held − borrowed − required − converted (art. 35(1)–(2)).
 */
void gram_ccts_conversion_most (const GramCctsRules *rules,
                                const GramCrtsPosition *position,
                                gint64 converted,
                                GramCctsConversion *conversion);

/**
 * gram_ccts_conversion_parse:
 * @text: (nullable): how many CRTS allowances, as typed
 * @crts: (out): how many, whole
 * @refusal: (out) (optional): `conversion.quantity`, or `conversion.fraction` (art. 35(2)(b))
 *
 * Returns: %FALSE with a refusal if it is no whole number from 1 on
 */
gboolean gram_ccts_conversion_parse (const char *text, gint64 *crts, GramRefusal **refusal);

/**
 * gram_ccts_conversion_check:
 * @rules: the rules
 * @position: the position
 * @converted: CRTS allowances of it that were converted already, tenths
 * @crts: how many to convert, whole
 * @allowances: (out): CCTS allowances that they give
 * @refusal: (out) (optional): `conversion.over-allocation`, `conversion.none-unused`, `conversion.borrowed` (the tests),
 *   `conversion.too-many` (names how many are left), `conversion.too-large`
 *
 * Once this holds the administrator has no discretion (art. 35(3)). Time is gram_ccts_check_act().
 *
 * Returns: %TRUE if @crts can be converted
 */
gboolean gram_ccts_conversion_check (const GramCctsRules *rules,
                                     const GramCrtsPosition *position,
                                     gint64 converted,
                                     gint64 crts,
                                     gint64 *allowances,
                                     GramRefusal **refusal);

/**
 * gram_ccts_conversion_needed:
 * @rules: the rules
 * @need: activity to be covered, thousandths
 *
 * Returns: how many CRTS allowances cover @need, whole
 */
gint64 gram_ccts_conversion_needed (const GramCctsRules *rules, gint64 need);

/**
 * gram_ccts_to_crts_cap:
 * @rules: the rules
 * @year: a scheme year
 * @cars: all cars of the participant in that year (T)
 * @credits: (out): CRTS credits that can be made of CCTS allowances at most, whole
 * @refusal: (out) (optional): `conversion.no-such-year`, `conversion.too-large`
 *
 * The cap of art. 23: a share of all cars, by year. None of it stands in the source text.
 *
 * Returns: %FALSE with a refusal if the rulebook has no such year
 */
gboolean gram_ccts_to_crts_cap (const GramCctsRules *rules,
                                gint64 year,
                                gint64 cars,
                                gint64 *credits,
                                GramRefusal **refusal);

/**
 * gram_ccts_to_crts_check:
 * @rules: the rules
 * @year: a scheme year
 * @cars: all cars of the participant in that year (T)
 * @converted: CRTS credits made already, whole
 * @allowances: CCTS allowances to convert
 * @credits: (out): CRTS credits that they give, whole
 * @used: (out): CCTS allowances that are used for them; the rest stays
 * @refusal: (out) (optional): as gram_ccts_to_crts_cap(), `conversion.quantity`, `conversion.too-few`, `conversion.over-cap`
 *
 * Whole credits only (art. 23, as the rulebook has it).
 *
 * Returns: %TRUE if @allowances can be converted
 */
gboolean gram_ccts_to_crts_check (const GramCctsRules *rules,
                                  gint64 year,
                                  gint64 cars,
                                  gint64 converted,
                                  gint64 allowances,
                                  gint64 *credits,
                                  gint64 *used,
                                  GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCctsTestResult, gram_ccts_test_result_free)

G_END_DECLS
