package io.visavis.persistence.reference;

/**
 * The page a visitor looks at.
 *
 * @param title its title, at most 300 characters
 * @param url its absolute address, at most 2,000 characters
 */
public record ViewedPage(String title, String url) {}
