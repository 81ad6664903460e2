/** The databases under test: each test of the stores runs unchanged on every {@link Engine}. */
package io.visavis.persistence.engine;
