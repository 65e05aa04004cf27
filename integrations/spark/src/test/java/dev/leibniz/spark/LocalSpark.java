package dev.leibniz.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark in this JVM: two cores, and a task may fail once. */
final class LocalSpark {
    private LocalSpark() {}

    static JavaSparkContext start() {
        return new JavaSparkContext(conf().setMaster("local[2,2]").setAppName("leibniz"));
    }

    static SparkConf conf() {
        return new SparkConf()
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false");
    }
}
