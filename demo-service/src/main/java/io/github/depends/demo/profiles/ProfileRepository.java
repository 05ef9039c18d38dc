package io.github.depends.demo.profiles;

import io.github.depends.Depends;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who follows whom. */
record ProfileRepository(@Depends JdbcClient jdbc) {

    Profile view(long userId, @Nullable Long viewer) {
        return jdbc.sql("select " + Profile.COLUMNS + " from account u where u.id = :id")
                .param("id", userId)
                .param("viewer", viewer)
                .query((row, number) -> Profile.of(row))
                .single();
    }

    void follow(long follower, long followed) {
        jdbc.sql("insert into follow (follower_id, followed_id) values (?, ?) on conflict do nothing")
                .params(follower, followed)
                .update();
    }

    void unfollow(long follower, long followed) {
        jdbc.sql("delete from follow where follower_id = ? and followed_id = ?")
                .params(follower, followed)
                .update();
    }
}
