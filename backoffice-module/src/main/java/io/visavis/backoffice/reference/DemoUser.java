package io.visavis.backoffice.reference;

/** A user of the demonstration backoffice. All of them share one password from configuration. */
record DemoUser(String login, String name, Role role, DemoAccount account) {}
