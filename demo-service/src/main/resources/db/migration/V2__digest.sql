-- The days whose mail has been sent; of several instances of the service, the one that adds a day sends it.

create table digest (
    on_day date primary key
);

create index article_by_time on article (created_at);
