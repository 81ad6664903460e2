package io.visavis.backoffice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.problem.BadRequest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {
  @Test
  void aPageHasTwentyItemsUnlessToldOtherwise() {
    assertThat(PageQuery.size(null)).isEqualTo(20);
    assertThat(PageQuery.size("1")).isEqualTo(1);
    assertThat(PageQuery.size("100")).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "01", "-1", "101", "1000", "2.0", " 5", "٣"})
  void aBadSizeIsRefused(String limit) {
    assertThatThrownBy(() -> PageQuery.size(limit)).isInstanceOf(BadRequest.class);
  }

  @Test
  void aParameterIsCheckedWhereItIsGiven() {
    var pattern = Pattern.compile("[a-z]+");
    assertThatCode(() -> PageQuery.check("before", null, pattern)).doesNotThrowAnyException();
    assertThatCode(() -> PageQuery.check("before", "abc", pattern)).doesNotThrowAnyException();
    assertThatThrownBy(() -> PageQuery.check("before", "", pattern)).isInstanceOf(BadRequest.class);
  }
}
