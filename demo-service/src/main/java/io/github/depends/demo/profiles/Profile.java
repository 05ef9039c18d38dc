package io.github.depends.demo.profiles;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What everyone may see of a user.
 *
 * @param following whether the viewer follows the user
 */
public record Profile(
        String username,
        @Nullable @Schema(types = {"string", "null"}) String bio,
        @Nullable @Schema(types = {"string", "null"}) String image,
        boolean following) {

    /** Columns of a profile, for a query that knows an {@code account} as {@code u} and the parameter {@code viewer}. */
    public static final String COLUMNS = """
            u.username, u.bio, u.image,
            exists (select 1 from follow f where f.follower_id = :viewer and f.followed_id = u.id) as following
            """;

    /** Reads the columns. */
    public static Profile of(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("username"), row.getString("bio"), row.getString("image"), row.getBoolean("following"));
    }
}
