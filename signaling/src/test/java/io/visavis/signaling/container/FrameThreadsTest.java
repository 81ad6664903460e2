package io.visavis.signaling.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class FrameThreadsTest {
  private final FrameThreads mend = new FrameThreads();

  /** As the server's own request lets itself be unwrapped. */
  public static class Facade extends HttpServletRequestWrapper {
    private final Inner inner;

    Facade(Inner inner) {
      super(plain());
      this.inner = inner;
    }

    /** The server's own request. */
    public Inner getUnwrappedCoyoteRequest() {
      return inner;
    }
  }

  /** The server's own request. */
  public record Inner(boolean upgrade) {
    /** As the server has it. */
    public boolean isUpgrade() {
      return upgrade;
    }
  }

  @Test
  void aServerWithAnotherInsideIsLeftAlone() {
    assertThat(mend.take(plain())).isFalse();
    assertThat(mend.take(new Facade(new Inner(true)))).isFalse();
  }

  @Test
  void aRefusedHandshakeLeavesItsConnectionToHttp() {
    assertThat(mend.take(new Facade(new Inner(false)))).isFalse();
  }

  private static HttpServletRequest plain() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> null);
  }
}
