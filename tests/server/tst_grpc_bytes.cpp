// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/grpc_bytes.h"

#include <QTest>

#include "server/grpc_message.h"

using namespace vitalwall::server;

class TestGrpcBytes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFrameIsTheConcatenationOfItsParts_data() {
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << Frame{} << QByteArray();
    QTest::newRow("head") << Frame{"head ", {}, nullptr} << QByteArray("head ");
    QTest::newRow("entries") << Frame{"", {share("one "), share("two ")}, nullptr}
                             << QByteArray("one two ");
    QTest::newRow("batch") << Frame{"head ", {}, share("batch")} << QByteArray("head batch");
    QTest::newRow("all") << Frame{"head ", {share("beat ")}, share("batch")}
                         << QByteArray("head beat batch");
  }

  void aFrameIsTheConcatenationOfItsParts() {
    QFETCH(Frame, frame);
    QFETCH(QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(toBytes(toByteBuffer(frame))), bytes);
    QCOMPARE(frame.size(), static_cast<std::size_t>(bytes.size()));
  }

  /// Many streams write one batch, each as long as it needs.
  void aBatchLivesUntilItIsWritten() {
    auto batch = share(std::string(10'000, 'x'));
    const std::weak_ptr<const std::string> watched = batch;
    auto first = toByteBuffer({"a", {}, batch});
    auto second = toByteBuffer({"b", {}, std::exchange(batch, nullptr)});
    first.Clear();
    QCOMPARE(toBytes(second), "b" + std::string(10'000, 'x'));
    second.Clear();
    QVERIFY(watched.expired());
  }

  /// What gRPC has sent is gone, though the stream keeps its message until the next write.
  void aMessageIsTakenNotCopied() {
    auto batch = share(std::string(10'000, 'x'));
    const std::weak_ptr<const std::string> watched = batch;
    GrpcMessage message;
    message.set(toByteBuffer({"a", {}, std::exchange(batch, nullptr)}));
    grpc::ByteBuffer taker;
    bool isOwned = false;
    QVERIFY(grpc::SerializationTraits<GrpcMessage>::Serialize(message, &taker, &isOwned).ok());
    QVERIFY(isOwned);
    QCOMPARE(toBytes(taker), "a" + std::string(10'000, 'x'));
    taker.Clear();
    QVERIFY(watched.expired());
  }
};

QTEST_APPLESS_MAIN(TestGrpcBytes)
#include "tst_grpc_bytes.moc"
