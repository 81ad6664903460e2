package io.visavis.backoffice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void ordinaryTextStaysAsItIs() {
    String text = "Bonjour, ça va ? « Oui » — 100 € <b>a&b</b>\n\tSuite… 日本語 שלום مرحبا";
    assertThat(PlainText.lines(text)).isEqualTo(text);
  }

  @Test
  void emojiAndScriptsKeepTheirJoiners() {
    assertThat(PlainText.lines("👩‍👩‍👧‍👦 🏳️‍🌈")).isEqualTo("👩‍👩‍👧‍👦 🏳️‍🌈");
    assertThat(PlainText.lines("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
  }

  @Test
  void invisibleAndTurningCharactersGo() {
    assertThat(PlainText.lines("pay\u200bpal\u200d \u202egpj.exe\u202c \u2066x\u2069\ufeff"))
        .isEqualTo("paypal gpj.exe x");
  }

  @Test
  void controlCharactersGoAndLineBreaksAreOfOneKind() {
    assertThat(PlainText.lines("a\u001b[31mb\u0007\r\nc\rd\u2028e\u0085"))
        .isEqualTo("a[31mb\nc\nd\ne");
  }

  @Test
  void halfASurrogateBecomesAVisibleMark() {
    assertThat(PlainText.lines("a\ud83db")).isEqualTo("a\ufffdb");
  }

  @Test
  void aLineIsCutBetweenCharacters() {
    assertThat(PlainText.line(" a\n  b\tc ", 50)).isEqualTo("a b c");
    assertThat(PlainText.line("ab🪔cd", 3)).isEqualTo("ab");
    assertThat(PlainText.line("ab🪔cd", 4)).isEqualTo("ab🪔");
  }
}
