/**
 * The connection to the database: chosen by its URL alone.
 *
 * <p>Invariant: nothing here but the data source of web.xml; what is stored is persistence's.
 */
package io.visavis.backoffice.database;
