"""What docs/coming-from-fastapi.md sketches: the dependencies of FastAPI's RealWorld example, without what they do.

The functions are declared and wired as FastAPI's are, and answer nothing. `python3 realworld.py` has FastAPI read them.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

router = APIRouter()


@dataclass
class User:
    name: str


@dataclass
class Article:
    slug: str


@dataclass
class Comment:
    body: str


@dataclass
class Profile:
    username: str


@dataclass
class Filters:
    tag: str | None
    author: str | None
    favorited: str | None
    limit: int
    offset: int


class Repository:
    def __init__(self, connection):
        self.connection = connection


class ArticleRepository(Repository):
    pass


class CommentRepository(Repository):
    pass


class ProfileRepository(Repository):
    pass


class UserRepository(Repository):
    pass


# Database


def repository(kind):
    async def open_repository(request: Request):
        async with request.app.state.pool.acquire() as connection:
            yield kind(connection)

    return open_repository


@router.get("/articles")
async def articles(repo: Annotated[ArticleRepository, Depends(repository(ArticleRepository))]): ...


Articles = Annotated[ArticleRepository, Depends(repository(ArticleRepository))]
Comments = Annotated[CommentRepository, Depends(repository(CommentRepository))]
Profiles = Annotated[ProfileRepository, Depends(repository(ProfileRepository))]
Users = Annotated[UserRepository, Depends(repository(UserRepository))]


# Authentication


async def required_token(request: Request) -> str: ...


async def optional_token(request: Request) -> str | None: ...


def current_user(*, required: bool = True):
    return required_user if required else optional_user


async def required_user(token: Annotated[str, Depends(required_token)], users: Users) -> User: ...


async def optional_user(token: Annotated[str | None, Depends(optional_token)], users: Users) -> User | None: ...


CurrentUser = Annotated[User, Depends(current_user())]
OptionalUser = Annotated[User | None, Depends(current_user(required=False))]


# Articles


def filters(
    tag: str | None = None,
    author: str | None = None,
    favorited: str | None = None,
    limit: Annotated[int, Query(ge=1)] = 20,
    offset: Annotated[int, Query(ge=0)] = 0,
):
    return Filters(tag, author, favorited, limit, offset)


async def article(slug: str, user: OptionalUser, repo: Articles) -> Article:
    ...  # or HTTPException(404)


def may_change(article: Annotated[Article, Depends(article)], user: CurrentUser) -> None:
    ...  # or HTTPException(403)


@router.put("/articles/{slug}", dependencies=[Depends(may_change)])
async def update(article: Annotated[Article, Depends(article)], repo: Articles): ...


# Comments


async def comment(
    comment_id: int, article: Annotated[Article, Depends(article)], user: OptionalUser, repo: Comments
) -> Comment:
    ...  # or HTTPException(404)


def may_delete(comment: Annotated[Comment, Depends(comment)], user: CurrentUser) -> None:
    ...  # or HTTPException(403)


@router.delete("/articles/{slug}/comments/{comment_id}", dependencies=[Depends(may_delete)])
async def delete(comment: Annotated[Comment, Depends(comment)], repo: Comments): ...


# Profiles


async def profile(username: str, user: OptionalUser, repo: Profiles) -> Profile:
    ...  # or HTTPException(404)


@router.get("/profiles/{username}")
async def show(profile: Annotated[Profile, Depends(profile)]): ...


if __name__ == "__main__":
    from fastapi import FastAPI

    app = FastAPI()
    app.include_router(router)
    paths = sorted(app.openapi()["paths"])
    assert paths == [
        "/articles",
        "/articles/{slug}",
        "/articles/{slug}/comments/{comment_id}",
        "/profiles/{username}",
    ], paths
    print(f"FastAPI has read {len(paths)} paths")
