using TerraformPlugin.Hosting;
using TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <summary>Binds every method of <c>tfplugin6.Provider</c>.</summary>
internal static class ProviderMethods
{
    private const string Service = "tfplugin6.Provider";

    public static void Bind(RpcBinder binder, V6.Provider.ProviderBase provider)
    {
        binder.Unary(Service, "GetMetadata", GetMetadata.Types.Request.Parser, provider.GetMetadata);
        binder.Unary(Service, "GetProviderSchema", GetProviderSchema.Types.Request.Parser, provider.GetProviderSchema);
        binder.Unary(Service, "GetResourceIdentitySchemas", GetResourceIdentitySchemas.Types.Request.Parser, provider.GetResourceIdentitySchemas);
        binder.Unary(Service, "ValidateProviderConfig", ValidateProviderConfig.Types.Request.Parser, provider.ValidateProviderConfig);
        binder.Unary(Service, "ValidateResourceConfig", ValidateResourceConfig.Types.Request.Parser, provider.ValidateResourceConfig);
        binder.Unary(Service, "ValidateDataResourceConfig", ValidateDataResourceConfig.Types.Request.Parser, provider.ValidateDataResourceConfig);
        binder.Unary(Service, "UpgradeResourceState", UpgradeResourceState.Types.Request.Parser, provider.UpgradeResourceState);
        binder.Unary(Service, "UpgradeResourceIdentity", UpgradeResourceIdentity.Types.Request.Parser, provider.UpgradeResourceIdentity);
        binder.Unary(Service, "ConfigureProvider", ConfigureProvider.Types.Request.Parser, provider.ConfigureProvider);
        binder.Unary(Service, "ReadResource", ReadResource.Types.Request.Parser, provider.ReadResource);
        binder.Unary(Service, "PlanResourceChange", PlanResourceChange.Types.Request.Parser, provider.PlanResourceChange);
        binder.Unary(Service, "ApplyResourceChange", ApplyResourceChange.Types.Request.Parser, provider.ApplyResourceChange);
        binder.Unary(Service, "ImportResourceState", ImportResourceState.Types.Request.Parser, provider.ImportResourceState);
        binder.Unary(Service, "MoveResourceState", MoveResourceState.Types.Request.Parser, provider.MoveResourceState);
        binder.Unary(Service, "ReadDataSource", ReadDataSource.Types.Request.Parser, provider.ReadDataSource);
        binder.Unary(Service, "GenerateResourceConfig", GenerateResourceConfig.Types.Request.Parser, provider.GenerateResourceConfig);
        binder.Unary(Service, "ValidateEphemeralResourceConfig", ValidateEphemeralResourceConfig.Types.Request.Parser, provider.ValidateEphemeralResourceConfig);
        binder.Unary(Service, "OpenEphemeralResource", OpenEphemeralResource.Types.Request.Parser, provider.OpenEphemeralResource);
        binder.Unary(Service, "RenewEphemeralResource", RenewEphemeralResource.Types.Request.Parser, provider.RenewEphemeralResource);
        binder.Unary(Service, "CloseEphemeralResource", CloseEphemeralResource.Types.Request.Parser, provider.CloseEphemeralResource);
        binder.ServerStreaming<ListResource.Types.Request, ListResource.Types.Event>(Service, "ListResource", ListResource.Types.Request.Parser, provider.ListResource);
        binder.Unary(Service, "ValidateListResourceConfig", ValidateListResourceConfig.Types.Request.Parser, provider.ValidateListResourceConfig);
        binder.Unary(Service, "GetFunctions", GetFunctions.Types.Request.Parser, provider.GetFunctions);
        binder.Unary(Service, "CallFunction", CallFunction.Types.Request.Parser, provider.CallFunction);
        binder.Unary(Service, "ValidateActionConfig", ValidateActionConfig.Types.Request.Parser, provider.ValidateActionConfig);
        binder.Unary(Service, "PlanAction", PlanAction.Types.Request.Parser, provider.PlanAction);
        binder.ServerStreaming<InvokeAction.Types.Request, InvokeAction.Types.Event>(Service, "InvokeAction", InvokeAction.Types.Request.Parser, provider.InvokeAction);
        binder.Unary(Service, "ValidateStateStoreConfig", ValidateStateStore.Types.Request.Parser, provider.ValidateStateStoreConfig);
        binder.Unary(Service, "ConfigureStateStore", ConfigureStateStore.Types.Request.Parser, provider.ConfigureStateStore);
        binder.ServerStreaming<ReadStateBytes.Types.Request, ReadStateBytes.Types.Response>(Service, "ReadStateBytes", ReadStateBytes.Types.Request.Parser, provider.ReadStateBytes);
        binder.ClientStreaming<WriteStateBytes.Types.RequestChunk, WriteStateBytes.Types.Response>(Service, "WriteStateBytes", WriteStateBytes.Types.RequestChunk.Parser, provider.WriteStateBytes);
        binder.Unary(Service, "LockState", LockState.Types.Request.Parser, provider.LockState);
        binder.Unary(Service, "UnlockState", UnlockState.Types.Request.Parser, provider.UnlockState);
        binder.Unary(Service, "GetStates", GetStates.Types.Request.Parser, provider.GetStates);
        binder.Unary(Service, "DeleteState", DeleteState.Types.Request.Parser, provider.DeleteState);
        binder.Unary(Service, "StopProvider", StopProvider.Types.Request.Parser, provider.StopProvider);
    }
}
