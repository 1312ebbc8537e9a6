import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BundleReader } from './bundle/bundle-reader.js';
import { BundleWriter } from './bundle/bundle-writer.js';
import { ContentFacade } from './content/content.facade.js';
import { WithdrawalsProjection } from './content/withdrawals.projection.js';
import { CheckpointStore } from './log/checkpoint-store.js';
import { Cosignatures } from './log/cosignatures.js';
import { Evidence } from './log/evidence.js';
import { FeedPages } from './log/feed-pages.js';
import { LogController } from './log/log.controller.js';
import { LogStore } from './log/log-store.js';
import { PageStore } from './log/page-store.js';
import { TrustStore } from './log/trust-store.js';
import { AgreementKeysFacade } from './members/agreement-keys.facade.js';
import { AgreementKeysProjection } from './members/agreement-keys.projection.js';
import { MembersController } from './members/members.controller.js';
import { MembersProjection } from './members/members.projection.js';
import { MembersQueries } from './members/members.queries.js';
import { LibraryController } from './practices/library.controller.js';
import { PracticesProjection } from './practices/practices.projection.js';
import { PracticesQueries } from './practices/practices.queries.js';
import { WordsWorker } from './practices/words.worker.js';
import { ProjectionWorker } from './projector/projection.worker.js';
import { Projector } from './projector/projector.js';
import { QuarantineQueries } from './projector/quarantine.queries.js';
import { ReferencedFilesFacade } from './resources/referenced-files.facade.js';
import { ResourceFilesFacade } from './resources/resource-files.facade.js';
import { ResourcesController } from './resources/resources.controller.js';
import { ResourcesProjection } from './resources/resources.projection.js';
import { ResourcesQueries } from './resources/resources.queries.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsProjection } from './statistics/statistics.projection.js';
import { StatisticsQueries } from './statistics/statistics.queries.js';

/** The network as everyone sees it: the log, who is a member, and what members have published. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [LogController, MembersController, LibraryController, ResourcesController, StatisticsController],
  providers: [
    LogStore,
    CheckpointStore,
    TrustStore,
    Cosignatures,
    Evidence,
    FeedPages,
    PageStore,
    BundleReader,
    BundleWriter,
    Projector,
    ProjectionWorker,
    QuarantineQueries,
    WordsWorker,
    MembersProjection,
    AgreementKeysProjection,
    AgreementKeysFacade,
    MembersQueries,
    ContentFacade,
    WithdrawalsProjection,
    PracticesProjection,
    PracticesQueries,
    ReferencedFilesFacade,
    ResourceFilesFacade,
    ResourcesProjection,
    ResourcesQueries,
    StatisticsProjection,
    StatisticsQueries,
  ],
  exports: [
    ReferencedFilesFacade,
    ResourceFilesFacade,
    ContentFacade,
    LogStore,
    CheckpointStore,
    Cosignatures,
    TrustStore,
    Evidence,
    FeedPages,
    PageStore,
    BundleReader,
    BundleWriter,
    Projector,
    QuarantineQueries,
    MembersQueries,
    AgreementKeysFacade,
  ],
})
export class ReplicaModule {}
