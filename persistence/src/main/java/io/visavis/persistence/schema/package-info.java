/**
 * The shape of the database: the migrations that build it and the rules its columns share.
 *
 * <p>Invariants: the schema changes by migration only, before Hibernate looks at it; the tables of
 * evidence (eligibility events, transitions, consents, versions of policies) are append-only in the
 * database itself, and what belongs to a session goes with it and not otherwise; text and instants
 * come back from every database exactly as they went in.
 */
package io.visavis.persistence.schema;
