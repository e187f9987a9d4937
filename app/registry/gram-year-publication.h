/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-year-books.h"

#include "gram-publication.h"

G_BEGIN_DECLS

/**
 * gram_year_publication_name:
 * @year: a scheme year
 * @made_on: (nullable): day on which it is made; %NULL: only what all publications of the year begin with
 *
 * Returns: (transfer full): name of the file
 */
char *gram_year_publication_name (int year, const GramDate *made_on);

/**
 * GramYearPublication:
 * @publication: what is published; its texts are borrowed from the books
 * @registry_title: owned
 *
 * A publication made of the books of a year.
 */
typedef struct
{
  GramPublication publication;
  char *registry_title;
} GramYearPublication;

/**
 * gram_year_publication_init:
 * @self: (out caller-allocates): the publication
 * @books: books of a measured year; they have to outlive it
 *
 * Makes the table of art. 80 of the books.
 */
void gram_year_publication_init (GramYearPublication *self, const GramYearBooks *books);

/**
 * gram_year_publication_clear:
 * @self: a publication
 *
 * Frees what it holds.
 */
void gram_year_publication_clear (GramYearPublication *self);

/**
 * gram_year_publication_read:
 * @books: (out caller-allocates): books of the year
 * @registry: a registry, in a read
 * @year: a scheme year as it was sent
 * @refusal: (out) (optional): `year.not-measured`, and those of gram_year_books_read()
 * @error: return location
 *
 * Reads the books of a year that there is something to publish of.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_publication_read (GramYearBooks *books,
                                     GramRegistry *registry,
                                     int year,
                                     GramRefusal **refusal,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramYearPublication, gram_year_publication_clear)

G_END_DECLS
