/**
 * Sums of gradients over the data sets of <a href="https://spark.apache.org">Apache Spark</a>, the same to the last bit for any
 * number of partitions.
 *
 * @since 0.1.0
 */
package dev.leibniz.spark;
