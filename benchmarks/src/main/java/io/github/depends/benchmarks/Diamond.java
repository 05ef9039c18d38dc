package io.github.depends.benchmarks;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two dependencies a level, each of which needs both of the level below: the paths double with each level. */
final class Diamond {

    private Diamond() {}

    record Node(long value) {

        static Node left(Node left, Node right) {
            return new Node((left.value + right.value) % 1_000_003);
        }

        static Node right(Node left, Node right) {
            return new Node((left.value + 2 * right.value) % 1_000_003);
        }
    }

    record Sum(long left, long right) {

        static Sum of(Node left, Node right) {
            return new Sum(left.value(), right.value());
        }
    }

    @RestController
    @RequestMapping("/diamond")
    static class Endpoints {

        @GetMapping("/10")
        Sum levels10(@Depends(name = "left10") Node left, @Depends(name = "right10") Node right) {
            return Sum.of(left, right);
        }

        @GetMapping("/12")
        Sum levels12(@Depends(name = "left12") Node left, @Depends(name = "right12") Node right) {
            return Sum.of(left, right);
        }

        @GetMapping("/14")
        Sum levels14(@Depends(name = "left14") Node left, @Depends(name = "right14") Node right) {
            return Sum.of(left, right);
        }

        @GetMapping("/16")
        Sum levels16(@Depends(name = "left16") Node left, @Depends(name = "right16") Node right) {
            return Sum.of(left, right);
        }
    }

    @Component
    static class Levels {

        @Dependency
        Node left1() {
            return new Node(1);
        }

        @Dependency
        Node right1() {
            return new Node(2);
        }

        @Dependency
        Node left2(@Depends(name = "left1") Node left, @Depends(name = "right1") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right2(@Depends(name = "left1") Node left, @Depends(name = "right1") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left3(@Depends(name = "left2") Node left, @Depends(name = "right2") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right3(@Depends(name = "left2") Node left, @Depends(name = "right2") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left4(@Depends(name = "left3") Node left, @Depends(name = "right3") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right4(@Depends(name = "left3") Node left, @Depends(name = "right3") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left5(@Depends(name = "left4") Node left, @Depends(name = "right4") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right5(@Depends(name = "left4") Node left, @Depends(name = "right4") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left6(@Depends(name = "left5") Node left, @Depends(name = "right5") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right6(@Depends(name = "left5") Node left, @Depends(name = "right5") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left7(@Depends(name = "left6") Node left, @Depends(name = "right6") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right7(@Depends(name = "left6") Node left, @Depends(name = "right6") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left8(@Depends(name = "left7") Node left, @Depends(name = "right7") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right8(@Depends(name = "left7") Node left, @Depends(name = "right7") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left9(@Depends(name = "left8") Node left, @Depends(name = "right8") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right9(@Depends(name = "left8") Node left, @Depends(name = "right8") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left10(@Depends(name = "left9") Node left, @Depends(name = "right9") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right10(@Depends(name = "left9") Node left, @Depends(name = "right9") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left11(@Depends(name = "left10") Node left, @Depends(name = "right10") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right11(@Depends(name = "left10") Node left, @Depends(name = "right10") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left12(@Depends(name = "left11") Node left, @Depends(name = "right11") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right12(@Depends(name = "left11") Node left, @Depends(name = "right11") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left13(@Depends(name = "left12") Node left, @Depends(name = "right12") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right13(@Depends(name = "left12") Node left, @Depends(name = "right12") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left14(@Depends(name = "left13") Node left, @Depends(name = "right13") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right14(@Depends(name = "left13") Node left, @Depends(name = "right13") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left15(@Depends(name = "left14") Node left, @Depends(name = "right14") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right15(@Depends(name = "left14") Node left, @Depends(name = "right14") Node right) {
            return Node.right(left, right);
        }

        @Dependency
        Node left16(@Depends(name = "left15") Node left, @Depends(name = "right15") Node right) {
            return Node.left(left, right);
        }

        @Dependency
        Node right16(@Depends(name = "left15") Node left, @Depends(name = "right15") Node right) {
            return Node.right(left, right);
        }
    }
}
