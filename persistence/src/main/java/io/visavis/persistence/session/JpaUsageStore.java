package io.visavis.persistence.session;

import io.visavis.persistence.schema.Text;
import io.visavis.signaling.session.EndReason;
import io.visavis.signaling.session.UsageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Usage, added up by the database from the sessions themselves. */
@ApplicationScoped
@Transactional
class JpaUsageStore implements UsageStore {
  private static final String DAY = "to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD')";
  private static final String OF_THE_SPAN =
      """
       from share_session where requested_at >= :first and requested_at < :end
        and (:account = '' or account_id = :account)
      """;
  private static final String DAYS =
      "select "
          + DAY
          + """
           as requested_day, account_id, count(*), count(accepted_at), count(live_at),
            coalesce(sum(case when ended_at is not null and live_at is not null
              then extract(epoch from (ended_at - live_at)) else 0 end), 0)
          """
          + OF_THE_SPAN
          + " group by requested_day, account_id order by requested_day, account_id";
  private static final String ENDINGS =
      "select "
          + DAY
          + " as requested_day, account_id, end_reason, count(*)"
          + OF_THE_SPAN
          + " and end_reason is not null group by requested_day, account_id, end_reason"
          + " order by requested_day, account_id, end_reason";
  private static final String WAIT =
      " within group (order by extract(epoch from (media_at - live_at)))";
  private static final String FIRST_FRAME =
      "select percentile_cont(0.5)"
          + WAIT
          + ", percentile_cont(0.95)"
          + WAIT
          + OF_THE_SPAN
          + " and media_at is not null and live_at is not null";
  private static final long MILLIS = 1000;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** For the container. */
  protected JpaUsageStore() {}

  JpaUsageStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Usage read(LocalDate first, LocalDate last, Optional<String> accountId) {
    var account = accountId.orElse("");
    if (!Text.storable(account)) {
      return new Usage(List.of(), List.of(), Optional.empty());
    }
    Function<String, Query> ask =
        sql ->
            entities
                .createNativeQuery(sql, Object[].class)
                .setParameter("first", first.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter("end", last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter("account", account);
    return new Usage(
        rows(ask.apply(DAYS), JpaUsageStore::day),
        rows(ask.apply(ENDINGS), JpaUsageStore::ending),
        rows(ask.apply(FIRST_FRAME), JpaUsageStore::firstFrame).get(0));
  }

  private static <T> List<T> rows(Query query, Function<Object[], T> reader) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> reader.apply((Object[]) row)).toList();
  }

  private static AccountDay day(Object[] row) {
    return new AccountDay(
        LocalDate.parse((String) row[0]),
        (String) row[1],
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]));
  }

  private static Ending ending(Object[] row) {
    var reason = EndReason.of((String) row[2]).orElseThrow();
    return new Ending(LocalDate.parse((String) row[0]), (String) row[1], reason, number(row[3]));
  }

  private static Optional<FirstFrame> firstFrame(Object[] row) {
    return row[0] == null
        ? Optional.empty()
        : Optional.of(new FirstFrame(millis(row[0]), millis(row[1])));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static long millis(Object seconds) {
    return Math.round(((Number) seconds).doubleValue() * MILLIS);
  }
}
