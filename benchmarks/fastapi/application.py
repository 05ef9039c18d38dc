"""The scenario of the benchmarks, and diamonds of dependencies, with FastAPI.

Every function is a coroutine: FastAPI sends plain functions through a pool of threads, which costs far more.
"""

from typing import Optional

from fastapi import Depends, FastAPI, Header, HTTPException, Query

app = FastAPI()


class Settings:
    def __init__(self):
        self.opened = 0
        self.committed = 0
        self.rolled_back = 0
        self.closed = 0


class User:
    def __init__(self, name: str, admin: bool):
        self.name = name
        self.admin = admin


class Connection:
    def __init__(self, settings: Settings):
        self.settings = settings
        settings.opened += 1

    def user(self, token: str) -> User:
        return User(token, True)

    def commit(self):
        self.settings.committed += 1

    def rollback(self):
        self.settings.rolled_back += 1

    def close(self):
        self.settings.closed += 1


class Repository:
    def __init__(self, connection: Connection, tenant: str):
        self.connection = connection
        self.tenant = tenant


class Service:
    def __init__(self, repository: Repository, user: User):
        self.repository = repository
        self.user = user

    def items(self, admin: User, limit: int, offset: int) -> dict:
        return {"user": admin.name, "tenant": self.repository.tenant, "limit": limit, "offset": offset}


the_settings = Settings()


async def settings() -> Settings:
    return the_settings


async def connection(settings: Settings = Depends(settings)):
    opened = Connection(settings)
    try:
        yield opened
        opened.commit()
    except BaseException:
        opened.rollback()
        raise
    finally:
        opened.close()


async def token(authorization: Optional[str] = Header(None)) -> str:
    scheme, _, credentials = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not credentials:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return credentials


async def user(token: str = Depends(token), connection: Connection = Depends(connection)) -> User:
    return connection.user(token)


async def admin(user: User = Depends(user)) -> User:
    if not user.admin:
        raise HTTPException(403)
    return user


async def tenant(x_tenant: str = Header()) -> str:
    return x_tenant


class Page:
    def __init__(self, limit: int, offset: int):
        self.limit = limit
        self.offset = offset


async def page(limit: int = Query(20, ge=1, le=100), offset: int = Query(0, ge=0)) -> Page:
    return Page(limit, offset)


async def repository(connection: Connection = Depends(connection), tenant: str = Depends(tenant)) -> Repository:
    return Repository(connection, tenant)


async def service(repository: Repository = Depends(repository), user: User = Depends(user)) -> Service:
    return Service(repository, user)


@app.get("/items")
async def items(
    service: Service = Depends(service), admin: User = Depends(admin), page: Page = Depends(page)
):
    return service.items(admin, page.limit, page.offset)


async def left1() -> int:
    return 1


async def right1() -> int:
    return 2


def level_above(left_below, right_below):
    """Two dependencies, each of which needs both of the level below."""

    async def left(left: int = Depends(left_below), right: int = Depends(right_below)) -> int:
        return (left + right) % 1_000_003

    async def right(left: int = Depends(left_below), right: int = Depends(right_below)) -> int:
        return (left + 2 * right) % 1_000_003

    return left, right


def add_diamond(levels: int, left_top, right_top):
    @app.get(f"/diamond/{levels}")
    async def diamond(left: int = Depends(left_top), right: int = Depends(right_top)):
        return {"left": left, "right": right}


top = left1, right1
for level in range(2, 17):
    top = level_above(*top)
    if level in (10, 12, 14, 16):
        add_diamond(level, *top)
