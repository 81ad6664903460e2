package io.visavis.backoffice.configuration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stops the deployment before anything runs with a bad setting. */
public class SettingsCheck implements Extension {
  private static final System.Logger LOG = System.getLogger(SettingsCheck.class.getName());

  void check(@Observes AfterDeploymentValidation event) {
    var config = ConfigProvider.getConfig();
    var problems = Settings.read(key -> config.getOptionalValue(key, String.class)).problems();
    for (var problem : problems) {
      LOG.log(System.Logger.Level.ERROR, "Visavis cannot start: {0}", problem);
    }
    if (!problems.isEmpty()) {
      event.addDeploymentProblem(new InvalidSettings(String.join("\n", problems)));
    }
  }

  /** Names every bad setting, one sentence a line. */
  static final class InvalidSettings extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(String message) {
      super(message);
    }
  }
}
