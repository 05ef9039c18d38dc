package io.github.depends.examples.yields;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.util.concurrent.locks.Lock;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;

@Component
class Locking {

    @Dependency(threadBound = true)
    Yield<Lock> lock(@Depends Locks locks, @PathVariable String id) {
        Lock lock = locks.of(id);
        return Yield.open(() -> {
                    lock.lock();
                    return lock;
                })
                .onClose(Lock::unlock);
    }
}
