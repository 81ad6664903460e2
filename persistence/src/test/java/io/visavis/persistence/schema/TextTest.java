package io.visavis.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D"})
  void whatADatabaseWouldRefuseOrChangeIsRefused(String value) {
    assertThat(Text.storable(value)).isFalse();
    assertThatThrownBy(() -> Text.checked("name", value, 10))
        .isInstanceOf(Text.UnstorableText.class)
        .hasMessage("name holds U+0000 or half a surrogate pair");
  }

  @Test
  void lengthCountsCharactersAndNotUtf16Units() {
    assertThat(Text.checked("name", "😀".repeat(10), 10)).hasSize(20);
    assertThatThrownBy(() -> Text.checked("name", "é".repeat(11), 10))
        .hasMessage("name is longer than 10 characters");
  }

  @Test
  void nullIsNoTextAndNoKey() {
    assertThat(Text.checked("name", null, 10)).isNull();
    assertThat(Text.allStorable("a", null)).isFalse();
  }
}
