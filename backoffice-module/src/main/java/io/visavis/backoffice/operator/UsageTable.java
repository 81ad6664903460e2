package io.visavis.backoffice.operator;

import io.visavis.signaling.account.Account;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.UsageStore.AccountDay;
import io.visavis.signaling.session.UsageStore.Ending;
import io.visavis.signaling.session.UsageStore.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Usage as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, a line per account and
 * day.
 */
final class UsageTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";
  private static final List<String> FIGURES =
      List.of("day", "account", "name", "requested", "accepted", "live", "shared_seconds");

  /** Characters with which a spreadsheet takes a cell for a formula. */
  private static final String FORMULA = "=+-@\t\r";

  private UsageTable() {}

  static String of(Usage usage, Function<String, Optional<Account>> account) {
    var endings = new HashMap<String, Long>();
    usage.endings().forEach(ending -> endings.put(key(ending), ending.count()));
    var names = new HashMap<String, String>();
    var lines = new ArrayList<String>();
    lines.add(line(heads()));
    for (var day : usage.days()) {
      var name =
          names.computeIfAbsent(
              day.accountId(), id -> account.apply(id).map(Account::name).orElse(""));
      lines.add(line(cells(day, name, endings)));
    }
    return BYTE_ORDER_MARK
        + lines.stream().map(line -> line + LINE_END).collect(Collectors.joining());
  }

  private static List<String> heads() {
    var heads = new ArrayList<>(FIGURES);
    for (var reason : EndReason.values()) {
      heads.add("ended_" + reason.word().replace('-', '_'));
    }
    return heads;
  }

  private static List<String> cells(AccountDay day, String name, Map<String, Long> endings) {
    var cells = new ArrayList<>(List.of(day.day().toString(), day.accountId(), name));
    for (var figure :
        new long[] {day.requested(), day.accepted(), day.live(), day.sharedSeconds()}) {
      cells.add(String.valueOf(figure));
    }
    Arrays.stream(EndReason.values())
        .map(
            reason ->
                endings.getOrDefault(key(new Ending(day.day(), day.accountId(), reason, 0)), 0L))
        .forEach(count -> cells.add(String.valueOf(count)));
    return cells;
  }

  private static String key(Ending ending) {
    return ending.day() + " " + ending.accountId() + " " + ending.reason();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(UsageTable::cell).collect(Collectors.joining(","));
  }

  private static String cell(String value) {
    var harmless = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return harmless.matches("(?s).*[\",\r\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
