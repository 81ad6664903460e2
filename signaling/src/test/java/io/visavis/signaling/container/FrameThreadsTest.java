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

  /** The server's own request, which notes whether somebody goes on to its connection. */
  public static final class Inner {
    private final boolean upgrade;
    private boolean reached;

    Inner(boolean upgrade) {
      this.upgrade = upgrade;
    }

    /** As the server has it. */
    public boolean isUpgrade() {
      return upgrade;
    }

    /** As the server has it. */
    public Object getCoyoteRequest() {
      reached = true;
      return "not a request of Grizzly";
    }
  }

  @Test
  void aServerWithAnotherInsideIsLeftAlone() {
    assertThat(mend.take(plain())).isFalse();
    var other = new Inner(true);
    assertThat(mend.take(new Facade(other))).isFalse();
    assertThat(other.reached).isTrue();
  }

  @Test
  void aRefusedHandshakeLeavesItsConnectionToHttp() {
    var refused = new Inner(false);
    assertThat(mend.take(new Facade(refused))).isFalse();
    assertThat(refused.reached).isFalse();
  }

  private static HttpServletRequest plain() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> null);
  }
}
