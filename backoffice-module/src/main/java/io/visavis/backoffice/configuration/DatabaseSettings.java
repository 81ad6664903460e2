package io.visavis.backoffice.configuration;

/**
 * The data source's values. They are read by web.xml; here they are only checked.
 *
 * @param url JDBC URL of H2 or PostgreSQL
 */
record DatabaseSettings(String url) {
  static final String URL = "visavis.database.url";
  static final String USER = "visavis.database.user";
  static final String PASSWORD = "visavis.database.password";
  static final String DEFAULT_PASSWORD = "visavis";

  static DatabaseSettings read(Values values) {
    var url =
        values.text(
            URL,
            value -> value.startsWith("jdbc:h2:") || value.startsWith("jdbc:postgresql:"),
            "a JDBC URL of H2 or PostgreSQL",
            "jdbc:postgresql://db.example.com/visavis");
    values.text(USER, value -> !value.isEmpty(), "the name of a database user", "visavis");
    var password =
        values.secret(
            PASSWORD, 1, "Payara cannot connect without one; set " + Values.variable(PASSWORD));
    if (url.startsWith("jdbc:postgresql:") && password.equals(DEFAULT_PASSWORD)) {
      values.refuse(
          PASSWORD
              + " still has its default, which is for the embedded H2 only. Set "
              + Values.variable(PASSWORD)
              + " to the password of the PostgreSQL user.");
    }
    return new DatabaseSettings(url);
  }
}
