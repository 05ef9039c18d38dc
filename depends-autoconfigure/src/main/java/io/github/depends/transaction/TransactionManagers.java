package io.github.depends.transaction;

import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.NearestAnnotation;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/** Knows which transaction manager is meant, without creating any before it is needed. */
final class TransactionManagers implements Rule {

    private final Supplier<List<Provider.OfBean>> beans;

    TransactionManagers(Supplier<List<Provider.OfBean>> beans) {
        this.beans = beans;
    }

    /** Returns the manager of a name, the only or primary one where the name is empty. */
    PlatformTransactionManager named(String name) {
        List<Provider.OfBean> meant = meant(name);
        if (meant.size() != 1) {
            throw new IllegalStateException(reason(name) + ". " + action(name));
        }
        return (PlatformTransactionManager) meant.get(0).instance().get();
    }

    /** Tells at start-up what {@link #named} would have to tell the first request. */
    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        if (reach.nodes().stream().noneMatch(TransactionManagers::begins)) {
            return;
        }
        String name = name(NearestAnnotation.of(endpoint, InTransaction.class));
        if (meant(name).size() != 1) {
            faults.accept(new Fault(
                    reason(name) + ", for '" + endpoint + "'",
                    endpoint.declaration().site(),
                    action(name)));
        }
    }

    private static boolean begins(DependencyNode node) {
        return node.provider() instanceof Provider.OfMethod method && method.beanType() == RequestTransactions.class;
    }

    private static String name(@Nullable Object attributes) {
        return attributes instanceof InTransaction declared ? declared.manager() : "";
    }

    private List<Provider.OfBean> meant(String name) {
        List<Provider.OfBean> all = beans.get();
        if (!name.isEmpty()) {
            return all.stream().filter(bean -> bean.bean().equals(name)).toList();
        }
        List<Provider.OfBean> first =
                all.stream().filter(bean -> !bean.standsBack()).toList();
        List<Provider.OfBean> primary =
                all.stream().filter(Provider.OfBean::primary).toList();
        return all.size() == 1 ? all : first.size() == 1 ? first : primary;
    }

    private String reason(String name) {
        return name.isEmpty()
                ? "Nothing says which PlatformTransactionManager begins the RequestTransaction: " + names()
                : "There is no PlatformTransactionManager '" + name + "' to begin the RequestTransaction";
    }

    private String action(String name) {
        return name.isEmpty()
                ? "Mark one of them @Primary, or name it: @InTransaction(manager = \"...\")."
                : "Write the name of a bean: " + names() + ".";
    }

    private String names() {
        return beans.get().stream().map(Provider.OfBean::bean).sorted().collect(Collectors.joining(", "));
    }
}
