package io.github.depends.demo.digest;

import io.github.depends.BackgroundTasks;
import io.github.depends.Depends;
import io.github.depends.demo.mail.Mail;
import io.github.depends.demo.mail.Mailer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells readers by mail what the authors whom they follow have published. */
public record Digest(@Depends JdbcClient jdbc, @Depends Mailer mailer, BackgroundTasks tasks) {

    /** Sends what was published on a day, once. The mail goes when the day is known as sent and no connection is held. */
    public void send(LocalDate day) {
        if (isFirst(day)) {
            titles(day)
                    .forEach((reader, titles) -> tasks.add(
                            () -> mailer.send(Mail.digest(reader.email(), reader.username(), titles.toString()))));
        }
    }

    private boolean isFirst(LocalDate day) {
        return jdbc.sql("insert into digest (on_day) values (?) on conflict do nothing")
                        .param(day)
                        .update()
                == 1;
    }

    private Map<Reader, StringBuilder> titles(LocalDate day) {
        Map<Reader, StringBuilder> titles = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.email, r.username, u.username as author, a.title
                        from article a
                        join account u on u.id = a.author_id
                        join follow f on f.followed_id = u.id
                        join account r on r.id = f.follower_id
                        where a.created_at >= :start and a.created_at < :end
                        order by r.id, a.id
                        """)
                .param("start", start(day))
                .param("end", start(day.plusDays(1)))
                .query(Line.class)
                .list()
                .forEach(line -> titles.computeIfAbsent(line.reader(), reader -> new StringBuilder())
                        .append(line.text()));
        return titles;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private record Reader(String email, String username) {}

    private record Line(String email, String username, String author, String title) {

        Reader reader() {
            return new Reader(email, username);
        }

        String text() {
            return title + ", by " + author + "\n";
        }
    }
}
