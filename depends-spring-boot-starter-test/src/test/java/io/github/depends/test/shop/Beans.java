package io.github.depends.test.shop;

import org.springframework.stereotype.Component;

/** Four ordinary beans, to be replaced as beans are. */
@Component
public class Beans {

    private final First first;
    private final Second second;
    private final Third third;
    private final Fourth fourth;

    Beans(First first, Second second, Third third, Fourth fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
    }

    public String names() {
        return first.name() + " " + second.name() + " " + third.name() + " " + fourth.name();
    }

    @Component
    public static class First {

        public String name() {
            return "first";
        }
    }

    @Component
    public static class Second {

        public String name() {
            return "second";
        }
    }

    @Component
    public static class Third {

        public String name() {
            return "third";
        }
    }

    @Component
    public static class Fourth {

        public String name() {
            return "fourth";
        }
    }
}
